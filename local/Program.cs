using CrmAddon.Local.Trial;

return await TrialCommand.Create().Parse(args).InvokeAsync().ConfigureAwait(false);
