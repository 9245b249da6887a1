using System.Globalization;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;

namespace CrmAddon.Plugins.Periods;

/// <summary>The custom API cov_CloseMonth: closes one month of a program's books, or says how far its closing is.</summary>
[CustomApi("cov_CloseMonth")]
public sealed class CloseMonth : EventPlugin
{
    private protected override void Answer(PluginEvent happened)
    {
        var closing = new MonthClose(happened.Service, happened.Now)
            .Close(happened.Input<string>("cov_Program") ?? "", happened.Input<string>("cov_Month") ?? "");
        happened.Output("cov_Waiting", closing.Waiting);
        happened.Output("cov_Message", closing.Waiting == 0
            ? $"{closing.Month} is closed."
            : $"{closing.Month} is being closed; partners to go: {closing.Waiting.ToString(CultureInfo.InvariantCulture)}.");
    }
}
