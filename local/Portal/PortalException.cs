using System;
using System.Globalization;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Portal;

/// <summary>
/// What the portal refuses by itself, before Dataverse is asked: HTTP status, code, name and text of the portal's own list.
/// <see href="https://learn.microsoft.com/power-pages/configure/web-api-http-requests-handle-errors">Handle errors</see>
/// </summary>
public sealed class PortalException : Exception
{
    private PortalException(int status, string code, string name, string message, Exception? inner = null)
        : base(message, inner) => (Status, Code, Name) = (status, code, name);

    /// <summary>HTTP status.</summary>
    public int Status { get; }

    /// <summary>The portal's error code, in hexadecimal digits.</summary>
    public string Code { get; }

    /// <summary>The error's name in the list.</summary>
    public string Name { get; }

    /// <summary>Code of the fault that Dataverse answered with (<c>cdscode</c>), in hexadecimal digits; null where the portal refused.</summary>
    public string? DataverseCode { get; private init; }

    /// <summary>A fault of Dataverse, as the portal passes it on.</summary>
    public static PortalException Of(FaultException<OrganizationServiceFault> fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new PortalException(400, "9004010D", "CDSError", "CDS error occurred.", fault)
        {
            DataverseCode = fault.Detail.ErrorCode.ToString("X8", CultureInfo.InvariantCulture),
        };
    }

    internal static PortalException NotEnabled(string segment) =>
        new(404, "9004010C", "ResourceDoesNotExists", $"Resource not found for the segment '{segment}'.");

    internal static PortalException Configuration(string table) => new(
        404, "9004010E", "ConfigurationResourceNotSupported", $"The table {table} holds the portal's configuration: it is not supported for Web Api.");

    internal static PortalException Column(string column, string table) =>
        new(403, "90040101", "AttributePermissionIsMissing", $"Attribute {column} in entity {table} is not enabled for Web Api.");

    internal static PortalException NoColumn(string column, string table) =>
        new(400, "90040100", "InvalidAttribute", $"Attribute {column} cannot be found for entity {table}.");

    internal static PortalException NothingToCreate() =>
        new(400, "900400FF", "NoAttributesForEntityCreate", "No attributes for Create Entity action.");

    internal static PortalException Read(string table) =>
        new(403, "90040120", "EntityPermissionReadIsMissing", $"You don't have permission to read {table} entity.");

    internal static PortalException Write(string table) =>
        new(403, "90040102", "EntityPermissionWriteIsMissingDuringUpdate", $"You don't have permission to update {table} entity.");

    internal static PortalException Create(string table) =>
        new(403, "90040103", "EntityPermissionCreateIsMissing", $"You don't have permission to create {table} entity.");

    internal static PortalException Delete(string table) =>
        new(403, "90040104", "EntityPermissionDeleteIsMissing", $"You don't have permission to delete {table} entity.");

    internal static PortalException Append(string table, string other) => new(
        403, "90040105", "EntityPermissionAppendIsMissngDuringAssociationChange", $"You don't have permission to associate or disassociate entity {table} with {other}.");

    internal static PortalException AppendTo(string table, string other) => new(
        403, "90040106", "EntityPermissionAppendToIsMissingDuringAssociationChange", $"You don't have permission to associate or disassociate entity {other} to {table}");
}
