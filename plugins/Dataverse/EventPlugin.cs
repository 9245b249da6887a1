using System;
using CrmAddon.Plugins.Languages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Dataverse;

/// <summary>A plug-in class: it answers an event and holds no state between two of them.</summary>
public abstract class EventPlugin : IPlugin
{
    /// <summary>Called by Dataverse for every event of a registered step.</summary>
    /// <param name="serviceProvider">The platform's services for this event.</param>
    /// <exception cref="InvalidPluginExecutionException">The event is refused; the message says what to do.</exception>
    public void Execute(IServiceProvider serviceProvider)
    {
        if (serviceProvider is null)
            throw new ArgumentNullException(nameof(serviceProvider));

        var happened = new PluginEvent(serviceProvider);
        try
        {
            Answer(happened);
        }
        catch (Refusal refusal)
        {
            throw new InvalidPluginExecutionException(happened.Say(refusal.Sentence), refusal);
        }
    }

    private protected abstract void Answer(PluginEvent happened);
}
