using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Periods;

/// <summary>The custom API cov_CloseMonth: closes one month of a program's books, or says how far its closing is.</summary>
[CustomApi("cov_CloseMonth")]
public sealed class CloseMonth : EventPlugin
{
    private protected override void Answer(PluginEvent happened)
    {
        var closing = new MonthClose(happened.Service, happened.Now)
            .Close(happened.Input<string>("Program") ?? "", happened.Input<string>("Month") ?? "");
        happened.Output("Waiting", closing.Waiting);
        happened.Output("IsClosed", closing.Closed is not null);
        if (closing.Closed is { } period)
        {
            happened.Output("Entries", period.GetAttributeValue<int>(Period.Entries));
            happened.Output("Total", period.Amount(Period.Total));
        }

        happened.Output("Message", happened.Say(PeriodText.StateOf(closing)));
    }
}
