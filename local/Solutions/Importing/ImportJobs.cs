using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Solutions.Rows;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Importing;

/// <summary>The rows of importjob: how far an import is, and what became of it.</summary>
internal sealed class ImportJobs(Organization organization, ComponentRows rows)
{
    private const string Table = "importjob";

    /// <summary>Begins a job, or begins it again where a killed process left it.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">A job of this id is over.</exception>
    public void Start(Guid id, string context)
    {
        var table = organization.Table(Table);
        if (organization.Rows.Read(table, id, [table["completedon"]]) is { } known && known.Contains("completedon"))
        {
            throw Faults.DuplicateId(table, id);
        }

        organization.Transactions.Run(() => rows.Put(Table, id,
        [
            new("name", "Customizations"),
            new("progress", 0d),
            new("startedon", organization.Now),
            new("importcontext", "ImportInstall"),
            new("operationcontext", context),
        ]));
    }

    /// <summary>
    /// Ends the jobs that a killed process left and that no system job carries on: nothing of them was kept. Called once when the file
    /// was opened.
    /// </summary>
    public void EndBroken()
    {
        const string Unfinished = "SELECT importjobid FROM importjob WHERE completedon IS NULL AND NOT EXISTS (SELECT 1 FROM asyncoperation WHERE operationtype IN (203, 211) AND statecode <> 3)";
        var fault = Faults.Create(ErrorCodes.UnExpected, "The import was broken off: nothing of it was kept. Import the solution again.").Detail;
        foreach (var id in organization.Database.Prepare(Unfinished).List([], r => Cells.ToGuid(r.GetFieldValue<byte[]>(0))))
        {
            Failed(id, null, fault);
        }
    }

    /// <summary>Says which solution it is about.</summary>
    public void Name(Guid id, string solution) => organization.Transactions.Run(() => rows.Put(Table, id, [new("solutionname", solution)]));

    public void Done(Guid id, Guid solutionId, PackageManifest manifest, IEnumerable<string> components) => rows.Put(Table, id,
    [
        new("solutionid", solutionId),
        new("progress", 100d),
        new("completedon", organization.Now),
        new("data", Data(manifest, 100, null, components)),
    ]);

    public void Failed(Guid id, PackageManifest? manifest, OrganizationServiceFault fault) => organization.Transactions.Run(() => rows.Put(Table, id,
    [
        new("completedon", organization.Now),
        new("data", Data(manifest, 0, fault, [])),
    ]));

    /// <summary>
    /// What the platform tells of an import. <see href="https://learn.microsoft.com/power-platform/alm/solution-api#retrieving-import-job-data"/>
    /// </summary>
    private string Data(PackageManifest? manifest, int progress, OrganizationServiceFault? fault, IEnumerable<string> components)
    {
        var now = organization.Now;
        var root = new XElement(
            "importexportxml",
            new XAttribute("start", now.Ticks),
            new XAttribute("stop", now.Ticks),
            new XAttribute("progress", progress),
            new XAttribute("processed", fault is null));
        if (manifest is not null)
        {
            root.Add(new XElement("solutionManifests", new XElement(
                "solutionManifest",
                new XAttribute("languagecode", 1033),
                new XAttribute("id", manifest.UniqueName),
                new XAttribute("LocalizedName", manifest.FriendlyName?.Text ?? manifest.UniqueName),
                new XAttribute("processed", fault is null),
                new XElement("UniqueName", manifest.UniqueName),
                new XElement("Version", manifest.Version),
                new XElement("Managed", manifest.IsManaged ? 1 : 0),
                Result(now, fault))));
        }
        else
        {
            root.Add(Result(now, fault));
        }

        root.Add(new XElement("rootComponents", components.Select(c => new XElement("rootComponent", new XAttribute("name", c), new XAttribute("processed", true), Result(now, null)))));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Result(DateTime now, OrganizationServiceFault? fault) => new(
        "result",
        new XAttribute("result", fault is null ? "success" : "failure"),
        new XAttribute("errorcode", fault is null ? "0" : string.Create(CultureInfo.InvariantCulture, $"0x{fault.ErrorCode:X8}")),
        new XAttribute("errortext", fault?.Message ?? ""),
        new XAttribute("datetimeticks", now.Ticks));
}
