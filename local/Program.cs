using CrmAddon.Local.Trial;
using CrmAddon.Local.WebApi.Serving;

return await TrialCommand.Create().WithServing().Parse(args).InvokeAsync().ConfigureAwait(false);
