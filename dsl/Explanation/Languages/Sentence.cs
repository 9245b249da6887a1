namespace CrmAddon.Rules;

/// <summary>Something to be said in whatever language the reader has: the key of a sentence and what goes into its places.</summary>
/// <param name="Key">The key in the language files.</param>
/// <param name="Values">
/// By the name of the place: texts, numbers, days, months, and sentences of the same part. Numbers and days are given to the
/// sentence as English writes them; a format in the place (<c>{day:date}</c>) turns them into the language's own.
/// </param>
public sealed record Sentence(string Key, params (string Name, object Value)[] Values);
