using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;

namespace CrmAddon.Plugins.Rulings;

/// <summary>The custom API cov_ReplayRuling: judges a ruling again from its own inputs and rules, and says whether the same comes out.</summary>
[CustomApi("cov_ReplayRuling")]
public sealed class ReplayRuling : EventPlugin
{
    private protected override void Answer(PluginEvent happened)
    {
        var kept = KeptRuling.Load(happened.Caller, happened.Service, happened.Bound.Id);
        var replayed = ReplayedRuling.Of(kept.Rules, Vocabulary.Standard, kept.Stored);
        happened.Output("IsSame", replayed.FirstDifference is null);
        happened.Output("StoredHash", kept.Stored.Hash ?? "");
        happened.Output("Hash", replayed.Hash ?? "");
        happened.Output("Difference", replayed.FirstDifference ?? "");
    }
}
