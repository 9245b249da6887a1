using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;

namespace CrmAddon.Plugins.Rulings;

/// <summary>The custom API cov_ExplainRuling: why a ruling is what it is, why not otherwise, and what would have changed it.</summary>
[CustomApi("cov_ExplainRuling")]
public sealed class ExplainRuling : EventPlugin
{
    private protected override void Answer(PluginEvent happened)
    {
        var language = happened.AnswerLanguage;
        var told = ToldRuling.Of(KeptRuling.Load(happened.Caller, happened.Service, happened.Bound.Id), NearMissSearch.IsOn(happened.Service));
        happened.Output("Text", string.Join("\n", told.Sentences(language)));
        happened.Output("NearMisses", told.NearMisses.Count);
        happened.Output("Result", told.Json(language));
    }
}
