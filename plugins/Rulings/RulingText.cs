using CrmAddon.Plugins.Languages;

namespace CrmAddon.Plugins.Rulings;

/// <summary>What people are told when a ruling can't be told or judged again.</summary>
internal static class RulingText
{
    public static Refusal WithoutRules(string number) => new("ruling.without-rules", ("number", number));

    public static Refusal Unreadable(string number, string cause) => new("ruling.unreadable", ("number", number), ("cause", cause));
}
