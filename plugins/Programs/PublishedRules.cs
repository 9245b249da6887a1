using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Programs;

/// <summary>The published versions of every active program, read by one query.</summary>
internal sealed class PublishedRules
{
    private const string ProgramAlias = "program";

    private readonly IOrganizationService _service;
    private readonly ILookup<Guid, Entity> _versions;

    private PublishedRules(IOrganizationService service, List<Entity> versions)
    {
        _service = service;
        _versions = versions.ToLookup(row => row.Lookup(RuleVersion.Program)!.Value);
        Programs = _versions
            .Select(group => ProgramFacts.Of(group.Key, group.First().Linked(ProgramAlias), group.First().Linked(ProgramFacts.CurrencyAlias)))
            .OrderBy(program => program.Code, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>The programs that have published rules, by code.</summary>
    public IReadOnlyList<ProgramFacts> Programs { get; }

    public static PublishedRules Load(IOrganizationService service)
    {
        var query = Queries
            .From(RuleVersion.Table, RuleVersion.Program, RuleVersion.Number, RuleVersion.Hash, RuleVersion.EffectiveFrom)
            .Where(RuleVersion.Status, RuleVersion.StatusOf.Published);
        var program = query.AddLink(Program.Table, RuleVersion.Program, Program.Id);
        program.EntityAlias = ProgramAlias;
        program.Columns = new ColumnSet(ProgramFacts.Columns);
        program.LinkCriteria.AddCondition(Program.State, ConditionOperator.Equal, 0);
        var currency = program.AddLink(Tables.Currency.Table, Program.Currency, Tables.Currency.Id, JoinOperator.LeftOuter);
        currency.EntityAlias = ProgramFacts.CurrencyAlias;
        currency.Columns = new ColumnSet(ProgramFacts.CurrencyColumns);
        return new PublishedRules(service, service.All(query));
    }

    /// <summary>The program, if it is active and has published rules.</summary>
    public ProgramFacts? Find(Guid program) => Programs.SingleOrDefault(known => known.Id == program);

    /// <summary>The rules of a program for a month; null where it has none, and before its first version takes effect.</summary>
    public RulesInForce? For(Guid program, Month month) => Find(program) is { } known ? For(known, month) : null;

    /// <summary>The rules of a program for a month; null before its first version takes effect.</summary>
    public RulesInForce? For(ProgramFacts program, Month month)
    {
        var version = _versions[program.Id]
            .Where(row => row.Month(RuleVersion.EffectiveFrom) <= month)
            .OrderByDescending(row => row.Month(RuleVersion.EffectiveFrom))
            .ThenByDescending(row => row.GetAttributeValue<int>(RuleVersion.Number))
            .FirstOrDefault();
        return version is null
            ? null
            : new RulesInForce(program, version.ToEntityReference(),
                CheckedPrograms.Of(_service, version.Id, version.Text(RuleVersion.Hash)));
    }

    /// <summary>How many months before the judged one any version of a program reads.</summary>
    public int LookbackMonths(ProgramFacts program) => Versions(program).Max(rules => rules.LookbackMonths);

    /// <summary>The last month of the longest window of any version of a program that holds the month.</summary>
    public Month WindowEnd(ProgramFacts program, Month month) => Versions(program).Max(rules => rules.WindowEnd(month));

    private IEnumerable<RuleProgram> Versions(ProgramFacts program) => _versions[program.Id]
        .Select(row => CheckedPrograms.Of(_service, row.Id, row.Text(RuleVersion.Hash)));
}
