using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Deployment;

/// <summary>Refusals of the platform that a deployment has an answer to ("Web service error codes" in the documentation).</summary>
internal static class Faults
{
    private const int NoTable = unchecked((int)0x80041102);
    private const int DuplicateRow = unchecked((int)0x80040237);
    private const int DuplicateKey = unchecked((int)0x80060892);
    private const int NoRow = unchecked((int)0x80040217);
    private const int Locked = unchecked((int)0x80071151);

    /// <summary>There is no such table.</summary>
    public static bool IsMissingTable(this FaultException<OrganizationServiceFault> fault) => fault.Detail.ErrorCode == NoTable;

    /// <summary>Somebody else was faster: the row is there already, or gone already.</summary>
    public static bool IsOvertaken(this FaultException<OrganizationServiceFault> fault) => fault.Detail.ErrorCode is DuplicateRow or DuplicateKey or NoRow;

    /// <summary>Another import, publishing or removal is running; the platform does one at a time.</summary>
    public static bool IsLocked(this FaultException<OrganizationServiceFault> fault) => fault.Detail.ErrorCode == Locked || SaysLocked(fault.Detail.Message);

    /// <summary>As <see cref="IsLocked"/>, from a sentence alone.</summary>
    public static bool SaysLocked(string? message) =>
        message is not null && message.Contains("Cannot start", System.StringComparison.Ordinal) && message.Contains("running at this moment", System.StringComparison.Ordinal);
}
