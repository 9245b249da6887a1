using System;
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
    }

    /// <summary>The service, in the event's transaction, with the system's rights.</summary>
    public IOrganizationService Service { get; }

    /// <summary>Name of the message.</summary>
    public string Message => _context.MessageName;

    /// <summary>Id of the row that the event is about.</summary>
    public Guid RowId => _context.PrimaryEntityId;

    /// <summary>The person who caused the event.</summary>
    public Guid UserId => _context.InitiatingUserId;

    /// <summary>When the event happened, UTC.</summary>
    public DateTime Now => _context.OperationCreatedOn;

    /// <summary>The day of the event, UTC.</summary>
    public DateTime Today => DateTime.SpecifyKind(Now.Date, DateTimeKind.Unspecified);

    /// <summary>The month of the event, UTC.</summary>
    public Month ThisMonth => Month.Of(Now);

    /// <summary>The row as it was sent; for Delete and SetState, what of it they tell.</summary>
    public Entity Target => Input<object>("Target") switch
    {
        Entity row => row,
        EntityReference reference => new Entity(reference.LogicalName, reference.Id),
        _ => throw new InvalidPluginExecutionException($"The message {Message} carries no Target."),
    };

    /// <summary>An input parameter, or the type's default if it was not sent.</summary>
    public T? Input<T>(string name) =>
        _context.InputParameters.Contains(name) && _context.InputParameters[name] is T value ? value : default;

    /// <summary>Sets an output parameter of a custom API.</summary>
    public void Output(string name, object value) => _context.OutputParameters[name] = value;

    /// <summary>The row before the event.</summary>
    /// <param name="alias">Alias of the image that the plug-in class declares.</param>
    public Entity Before(string alias = "before") => _context.PreEntityImages[alias];

    /// <summary>A column's value after the event: as sent, else as it was before.</summary>
    public T? After<T>(string column)
    {
        var sent = Target;
        return sent.Contains(column) ? sent.GetAttributeValue<T>(column) : Before().GetAttributeValue<T>(column);
    }
}
