using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline.Steps;
using CrmAddon.Local.Registration.Running;

namespace CrmAddon.Local.Registration;

/// <summary>
/// Plug-in packages, assemblies, types, steps and images as rows that run. What a transaction changes of them takes effect when it ends: one
/// catalog of steps takes the place of another, and events find their steps in it without a look at the rows.
/// </summary>
internal sealed class Registrations
{
    private readonly Organization _organization;
    private readonly RegisteredSteps _steps;
    private bool _changed;

    public Registrations(Organization organization)
    {
        _organization = organization;
        Contents = new PluginContents(organization);
        Changes = new RegistrationChanges(organization, Contents);
        _steps = new RegisteredSteps(organization, Contents);
        organization.Rows.Changed += (table, _) => _changed |= RegistrationTables.Decides(table);
        organization.Transactions.Committing += () =>
        {
            if (_changed)
            {
                _changed = false;
                organization.ReplaceSteps();
            }
        };
        organization.Transactions.Committed += Contents.Committed;
        organization.Transactions.RolledBack += () =>
        {
            _changed = false;
            Contents.RolledBack();
            Changes.RolledBack();
        };
    }

    /// <summary>The assemblies that rows hold.</summary>
    public PluginContents Contents { get; }

    /// <summary>What follows from writing these rows.</summary>
    public RegistrationChanges Changes { get; }

    /// <summary>Steps that are registered and can't run: their table or message is in no solution that is loaded.</summary>
    public IReadOnlyList<string> Remarks => [.. _steps.Left];

    /// <summary>Other definitions count: messages and tables get their rows, and the running transaction ends with the steps that fit them.</summary>
    public void Follow()
    {
        new MessageRows(_organization).Write();
        _changed = true;
    }

    /// <summary>The catalog of what plug-in classes declare and rows register.</summary>
    public StepCatalog Read(SolutionMetadata metadata) => _steps.Read(metadata);
}
