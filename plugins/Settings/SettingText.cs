using System.Linq;
using CrmAddon.Plugins.Languages;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Settings;

/// <summary>What people are told when an environment variable holds what it can't mean.</summary>
internal static class SettingText
{
    public static Refusal NotYesOrNo(string name, string value) => new("setting.not-yes-or-no", ("name", name), ("value", value));

    public static Refusal NoLanguage(string name, string value) => new(
        "setting.no-language", ("name", name), ("value", value), ("known", string.Join(", ", Language.All.Select(known => known.Code))));

    public static Refusal NotInRange(string name, string value, int least, int most) => new(
        "setting.not-in-range", ("name", name), ("value", value), ("least", least), ("most", most));
}
