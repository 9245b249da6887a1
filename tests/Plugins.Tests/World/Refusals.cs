using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests;

/// <summary>What people are told when something is refused.</summary>
internal static class Refusals
{
    /// <summary>The sentence of a refusal; fails when nothing is refused.</summary>
    public static string Of(Action ask)
    {
        try
        {
            ask();
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            return e.Detail.Message ?? "";
        }

        throw new AssertFailedException("It was not refused.");
    }
}
