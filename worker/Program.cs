using CrmAddon.Worker.Commands;

return await CommandLine.RunAsync(args, new());
