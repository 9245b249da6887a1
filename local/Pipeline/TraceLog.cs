using System;
using System.Collections.Generic;
using System.ServiceModel;
using System.Threading;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline.Steps;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline;

/// <summary>
/// The rows of plugintracelog, as the organization's setting plugintracelogsetting wants them: none (0), one for each exception (1),
/// one for each execution (2). They are written after the operation's transaction, so that they remain when it is rolled back.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/logging-tracing"/>
/// </summary>
internal sealed class TraceLog
{
    private const string SettingTable = "organization";
    private const string Table = "plugintracelog";
    private const string SettingColumn = "plugintracelogsetting";
    private const int Exceptions = 1;
    private const int All = 2;
    private const int PlugIn = 1; // operation type

    private readonly Organization _organization;
    private readonly Lock _adding = new();
    private List<List<Cell>> _waiting = [];
    private int? _setting; // under the gate, as every change of the row

    public TraceLog(Organization organization)
    {
        _organization = organization;
        organization.Transactions.RolledBack += () => _setting = null;
        organization.Rows.Changed += (table, _) =>
        {
            if (table == SettingTable)
            {
                _setting = null;
            }
        };
    }

    /// <summary>Takes note of an execution, if the setting wants it.</summary>
    public void Add(PluginClass plugin, PluginContext context, string? text, OrganizationServiceFault? fault)
    {
        var setting = Setting();
        if (setting != All && (setting != Exceptions || fault is null))
        {
            return;
        }

        var row = Row(plugin, context, text, fault);
        lock (_adding)
        {
            _waiting.Add(row);
        }
    }

    /// <summary>Stores what was noted; called outside of any transaction.</summary>
    public void Write()
    {
        List<List<Cell>> rows;
        lock (_adding)
        {
            if (_waiting.Count == 0)
            {
                return;
            }

            (rows, _waiting) = (_waiting, []);
        }

        using (_organization.Database.Gate.Enter())
        {
            try
            {
                _organization.Transactions.Run(() => Insert(rows));
            }
            catch (FaultException<OrganizationServiceFault>)
            {
                // The operation that these rows tell of is over, whatever becomes of them on a full disk.
            }
        }
    }

    private bool Insert(List<List<Cell>> rows)
    {
        var table = _organization.Table(Table);
        foreach (var row in rows)
        {
            row.Add(new Cell("versionnumber", _organization.Counters.NextVersion()));
            _organization.Rows.Insert(table, row);
        }

        return true;
    }

    private int Setting()
    {
        using (_organization.Database.Gate.Enter())
        {
            return _setting ??= ReadSetting();
        }
    }

    private int ReadSetting()
    {
        var table = _organization.Table(SettingTable);
        if (!table.Has(SettingColumn) || _organization.Metadata.Find(Table) is null)
        {
            return 0;
        }

        return _organization.Rows.Read(table, _organization.Ids.Organization, [table[SettingColumn]])
            ?.GetAttributeValue<OptionSetValue>(SettingColumn)?.Value ?? 0;
    }

    private List<Cell> Row(PluginClass plugin, PluginContext context, string? text, OrganizationServiceFault? fault)
    {
        var table = _organization.Table(Table);
        var elapsed = context.Run?.Elapsed ?? TimeSpan.Zero;
        List<Cell> cells = [];
        Add("plugintracelogid", Guid.CreateVersion7(_organization.Options.Clock.GetUtcNow()));
        Add("typename", plugin.Name);
        Add("messagename", context.MessageName);
        Add("primaryentity", context.PrimaryEntityName);
        Add("depth", context.Depth);
        Add("mode", new OptionSetValue(context.Mode));
        Add("operationtype", new OptionSetValue(PlugIn));
        Add("correlationid", context.CorrelationId);
        Add("requestid", context.RequestId);
        Add("pluginstepid", context.OwningExtension.Id);
        Add("messageblock", text);
        Add("exceptiondetails", fault is null ? null : $"{fault.Message} ({fault.ErrorCode:x8})\n{fault.OriginalException}".TrimEnd());
        Add("configuration", plugin.Configuration);
        Add("secureconfiguration", plugin.SecureConfiguration);
        Add("performanceexecutionstarttime", _organization.Now - TimeSpan.FromSeconds(Math.Floor(elapsed.TotalSeconds)));
        Add("performanceexecutionduration", (int)elapsed.TotalMilliseconds);
        Add("performanceconstructorduration", (int)plugin.ConstructorTime.TotalMilliseconds);
        Add("issystemcreated", false);
        Add("createdby", new EntityReference("systemuser", context.UserId));
        Add("createdon", _organization.Now);
        return cells;

        void Add(string name, object? value)
        {
            var column = table.Find(name) ?? throw Faults.NoColumn(table.Name, name);
            Cells.Add(cells, column, value);
        }
    }
}
