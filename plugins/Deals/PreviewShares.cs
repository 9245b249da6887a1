using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Rulings;

namespace CrmAddon.Plugins.Deals;

/// <summary>The custom API cov_PreviewShares: who would get which share of a deal, as it stands or with what-if changes. Nothing is saved.</summary>
[CustomApi("cov_PreviewShares")]
public sealed class PreviewShares : EventPlugin
{
    private protected override void Answer(PluginEvent happened)
    {
        var language = happened.AnswerLanguage;
        var whatIf = new WhatIf(
            happened.Input<decimal?>("Amount"), happened.Input<DateTime?>("CloseDate"), happened.Input<string>("Roster"));
        var previewed = new SharesPreview(happened.Service, happened.Caller, happened.Today)
            .Of(happened.Bound.Id, whatIf, NearMissSearch.IsOn(happened.Service));
        happened.Output("Summary", string.Join("\n", previewed.Sentences(language)));
        happened.Output("Result", previewed.Json(language));
    }
}
