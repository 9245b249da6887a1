using System;
using System.IO;
using System.Linq;
using CrmAddon.Local;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tests.Package;
using CrmAddon.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Hosts;

/// <summary>The real solution on a local Dataverse where the shipped package and its steps are registered by rows, as in the cloud.</summary>
internal sealed class PackageHost : IScenarioHost
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crmaddon-package-").FullName;
    private readonly LocalDataverseOptions _options;
    private LocalDataverse _dataverse;

    public PackageHost(TimeProvider clock)
    {
        _options = new LocalDataverseOptions
        {
            DatabasePath = Path.Combine(_folder, "world.db"),
            SolutionFolders = [Path.Combine(Repository.Root, "local", "base"), Path.Combine(Repository.Root, "solution", "src")],
            Clock = clock,
        };
        _dataverse = LocalDataverse.Open(_options);
        Register(_dataverse.CreateService());

        // What runs is what the file keeps.
        _dataverse.Dispose();
        _dataverse = LocalDataverse.Open(_options);
    }

    public IOrganizationService CreateService(Guid? user = null) => _dataverse.CreateService(user);

    public void RunUntilIdle() => _dataverse.Async.RunUntilIdle();

    public void Dispose()
    {
        _dataverse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Register(IOrganizationService service)
    {
        service.Create(new Entity("pluginpackage")
        {
            ["name"] = "cov_CrmAddon.Plugins",
            ["uniquename"] = "cov_CrmAddon.Plugins",
            ["version"] = "1.0.0",
            ["content"] = Convert.ToBase64String(File.ReadAllBytes(PluginPackage.Path)),
        });
        var assemblies = Directory.CreateDirectory(Path.Combine(_folder, "net462")).FullName;
        PluginPackage.Extract(assemblies);
        foreach (var type in PluginRegistration.Read(Path.Combine(assemblies, "CrmAddon.Plugins.dll")).Types)
        {
            var row = Reference(service, "plugintype", "typename", type.TypeName)!;
            foreach (var step in type.Steps)
                Register(service, row, step);
            if (type.CustomApi is { } api)
                Bind(service, row, api);
        }
    }

    private static void Register(IOrganizationService service, EntityReference type, StepInfo step)
    {
        var message = Reference(service, "sdkmessage", "name", step.Message)!;
        service.Create(new Entity("sdkmessageprocessingstep", step.Id)
        {
            ["name"] = $"{type.Name}: {step.Message} of {step.Table}",
            ["eventhandler"] = type,
            ["sdkmessageid"] = message,
            ["sdkmessagefilterid"] = step.Table is null ? null : service.First(
                Queries.From("sdkmessagefilter").Where("sdkmessageid", message.Id).Where("primaryobjecttypecode", step.Table))!.ToEntityReference(),
            ["stage"] = new OptionSetValue((int)step.Stage),
            ["mode"] = new OptionSetValue((int)step.Mode),
            ["rank"] = step.Rank,
            ["filteringattributes"] = step.Filter.Count == 0 ? null : string.Join(",", step.Filter),
            ["configuration"] = step.Configuration,
            ["asyncautodelete"] = step.AsyncAutoDelete,
        });
        foreach (var image in step.Images)
        {
            service.Create(new Entity("sdkmessageprocessingstepimage", image.Id)
            {
                ["name"] = image.Alias,
                ["entityalias"] = image.Alias,
                ["imagetype"] = new OptionSetValue((int)image.Type),
                ["messagepropertyname"] = step.Message switch { "Create" => "Id", "CreateMultiple" => "Ids", "UpdateMultiple" => "Targets", "SetState" or "SetStateDynamicEntity" => "EntityMoniker", _ => "Target" },
                ["attributes"] = image.Columns.Count == 0 ? null : string.Join(",", image.Columns),
                ["sdkmessageprocessingstepid"] = new EntityReference("sdkmessageprocessingstep", step.Id),
            });
        }
    }

    private static void Bind(IOrganizationService service, EntityReference type, string name)
    {
        var api = Reference(service, "customapi", "uniquename", name) ?? new EntityReference("customapi", service.Create(new Entity("customapi")
        {
            ["uniquename"] = name,
            ["name"] = name,
            ["displayname"] = name,
            ["description"] = name,
        }));
        service.Update(new Entity(api.LogicalName, api.Id) { ["plugintypeid"] = type });
    }

    private static EntityReference? Reference(IOrganizationService service, string table, string column, string value) =>
        service.First(Queries.From(table).Where(column, value))?.ToEntityReference();
}
