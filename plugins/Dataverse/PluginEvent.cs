using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Languages;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Dataverse;

/// <summary>What a plug-in class hands to the business: the event, and a service that acts for the system.</summary>
internal sealed class PluginEvent
{
    private readonly IPluginExecutionContext _context;

    public PluginEvent(IServiceProvider provider)
    {
        _context = (IPluginExecutionContext)provider.GetService(typeof(IPluginExecutionContext))!;
        var factory = (IOrganizationServiceFactory)provider.GetService(typeof(IOrganizationServiceFactory))!;
        // A seller may change a deal without having the right to write splits or the ledger: the rules write as the system.
        Service = factory.CreateOrganizationService(null);
        Caller = factory.CreateOrganizationService(_context.UserId);
    }

    /// <summary>The service, in the event's transaction, with the system's rights.</summary>
    public IOrganizationService Service { get; }

    /// <summary>The service with the rights of whoever called: what he may not see or do, it refuses.</summary>
    public IOrganizationService Caller { get; }

    /// <summary>Name of the message.</summary>
    public string Message => _context.MessageName;

    /// <summary>Id of the row that the event is about.</summary>
    public Guid RowId => _context.PrimaryEntityId;

    /// <summary>The person who caused the event.</summary>
    public Guid UserId => _context.InitiatingUserId;

    /// <summary>Whether no other event caused it: a person or a client asked for it.</summary>
    public bool IsDirect => _context.Depth == 1;

    /// <summary>Whether it is this user who asks, in his own name or in another's.</summary>
    public bool IsAskedBy(Guid? user) => user is { } one
        && (one == _context.UserId || one == _context.InitiatingUserId
            || (_context as IPluginExecutionContext3)?.AuthenticatedUserId == one);

    /// <summary>Whether the event came of another one: of a message, such as a custom API, or of one about a row of a table.</summary>
    /// <param name="origin">Name of the message or of the table.</param>
    public bool ComesOf(string origin)
    {
        for (var outer = _context.ParentContext; outer is not null; outer = outer.ParentContext)
            if (outer.MessageName == origin || outer.PrimaryEntityName == origin)
                return true;

        return false;
    }

    /// <summary>When the event happened, UTC.</summary>
    public DateTime Now => _context.OperationCreatedOn;

    /// <summary>The day of the event, UTC.</summary>
    public DateTime Today => DateTime.SpecifyKind(Now.Date, DateTimeKind.Unspecified);

    /// <summary>The month of the event, UTC.</summary>
    public Month ThisMonth => Month.Of(Now);

    /// <summary>The row as it was sent; for Delete its id alone, for SetState its new state.</summary>
    public Entity Target
    {
        get
        {
            if (Input<Entity>("Target") is { } row)
                return row;

            if ((Input<EntityReference>("Target") ?? Input<EntityReference>("EntityMoniker")) is not { } reference)
                throw new Refusal("event.no-target", ("message", Message));

            var known = new Entity(reference.LogicalName, reference.Id);
            if (Input<OptionSetValue>("State") is { } state)
                known["statecode"] = state;
            if (Input<OptionSetValue>("Status") is { } status)
                known["statuscode"] = status;

            return known;
        }
    }

    /// <summary>The rows of CreateMultiple and UpdateMultiple as they were sent; of another message its one row.</summary>
    public IReadOnlyList<Entity> Targets => Input<EntityCollection>("Targets")?.Entities.ToList() ?? [Target];

    /// <summary>The rows of UpdateMultiple before the event, in the order of the targets; of another message the one row, if imaged.</summary>
    public IReadOnlyList<Entity> AllBefore(string alias = "before")
    {
        var images = _context is IPluginExecutionContext4 { PreEntityImagesCollection.Length: > 0 } several
            ? several.PreEntityImagesCollection
            : [_context.PreEntityImages];
        return images.Where(image => image.Contains(alias)).Select(image => image[alias]).ToList();
    }

    /// <summary>An input parameter, or the type's default if it was not sent.</summary>
    public T? Input<T>(string name) =>
        _context.InputParameters.Contains(name) && _context.InputParameters[name] is T value ? value : default;

    /// <summary>A sentence in the language of the person who caused the event.</summary>
    public string Say(Sentence sentence) => Spoken.In(Spoken.Of(Service, UserId), sentence);

    /// <summary>The language in which a custom API answers: the one that it was asked in by its parameter Language, else the caller's own.</summary>
    /// <exception cref="Refusal">There is no such language.</exception>
    public Language AnswerLanguage => Input<string>("Language") is { Length: > 0 } asked
        ? Language.TryFind(asked)
            ?? throw new Refusal("event.no-such-language", ("asked", asked), ("known", string.Join(", ", Language.All.Select(known => known.Code))))
        : Spoken.Of(Service, CallerId);

    /// <summary>The row that a custom API is bound to.</summary>
    public EntityReference Bound => Input<EntityReference>("Target")
        ?? throw new Refusal("event.no-target", ("message", Message));

    /// <summary>Whose rights <see cref="Caller"/> has.</summary>
    public Guid CallerId => _context.UserId;

    /// <summary>Sets an output parameter of a custom API.</summary>
    public void Output(string name, object value) => _context.OutputParameters[name] = value;

    /// <summary>The row before the event.</summary>
    /// <param name="alias">Alias of the image that the plug-in class declares.</param>
    public Entity Before(string alias = "before") => _context.PreEntityImages[alias];

    /// <summary>The row after the event: its columns as they were before, overlaid with what was sent.</summary>
    public Entity After()
    {
        var sent = Target;
        var after = new Entity(sent.LogicalName, sent.Id);
        if (_context.PreEntityImages.Contains("before"))
            foreach (var column in Before().Attributes)
                after[column.Key] = column.Value;

        foreach (var column in sent.Attributes)
            after[column.Key] = column.Value;

        return after;
    }

    /// <summary>What a lookup names after the event and what it named before, without repetition.</summary>
    public IEnumerable<Guid> BothSides(string lookup) => AllBefore()
        .Concat([Target])
        .Select(row => row.Lookup(lookup))
        .OfType<Guid>()
        .Distinct();
}
