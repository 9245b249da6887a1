using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>The first step in which a stored derivation and that of the same case judged again differ.</summary>
public sealed class ReplayDifference
{
    internal ReplayDifference(IReadOnlyList<string> above, Finding? stored, Finding? again, string? value)
    {
        Above = above;
        Stored = stored;
        Again = again;
        Value = value;
    }

    /// <summary>The sentences of the steps that the step stands under, from the whole down.</summary>
    public IReadOnlyList<string> Above { get; }

    /// <summary>The step as it was stored; null where there was none.</summary>
    public Finding? Stored { get; }

    /// <summary>The step as it comes out now; null where there is none.</summary>
    public Finding? Again { get; }

    /// <summary>The value of the step that differs; null where the step itself is another one.</summary>
    public string? Value { get; }

    /// <summary>The difference in one English sentence.</summary>
    public override string ToString()
    {
        var step = Value is null || Stored is null || Again is null ? "" : $"the value '{Value}' was '{Stored.Values[Value]}' and is {Now(Value)}: ";
        return step + $"stored {Told(Stored)}, now {Told(Again)}" + (Above.Count > 0 ? $" (under: {Above[Above.Count - 1]})" : "");
    }

    private string Now(string value) => Again!.Values.TryGetValue(value, out var now) ? $"'{now}'" : "not there";

    private static string Told(Finding? step) => step is null ? "nothing" : $"\"{Explanation.Sentence(step, Language.English)}\"";
}
