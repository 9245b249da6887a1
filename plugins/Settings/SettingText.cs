using CrmAddon.Plugins.Languages;

namespace CrmAddon.Plugins.Settings;

/// <summary>What people are told when an environment variable holds what it can't mean.</summary>
internal static class SettingText
{
    public static Refusal NotYesOrNo(string name, string value) => new("setting.not-yes-or-no", ("name", name), ("value", value));

    public static Refusal NotInRange(string name, string value, int least, int most) => new(
        "setting.not-in-range", ("name", name), ("value", value), ("least", least), ("most", most));
}
