using System;

namespace Microsoft.Xrm.Sdk;

/// <summary>Makes services that act for a user within the step's transaction.</summary>
public interface IOrganizationServiceFactory
{
    /// <summary>A service for a user; for the system when null.</summary>
    IOrganizationService CreateOrganizationService(Guid? userId);
}
