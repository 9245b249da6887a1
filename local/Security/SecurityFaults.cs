using System;
using System.Globalization;
using System.ServiceModel;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security;

/// <summary>
/// What is refused for want of a right: the platform's code, and a text that says who, what, which row and how far his privilege reaches.
/// <see href="https://learn.microsoft.com/troubleshoot/power-platform/dataverse/user-permissions/client-errors">Codes of both checks</see>
/// </summary>
internal static class SecurityFaults
{
    /// <summary>No role has the privilege.</summary>
    public const int PrivilegeDenied = unchecked((int)0x80040220);

    /// <summary>The privilege does not reach the row.</summary>
    public const int AccessDenied = unchecked((int)0x80048306);

    public const int UserDisabled = unchecked((int)0x80040225);
    public const int UserNotAssignedRoles = unchecked((int)0x80042F09);
    public const int UserInWrongBusiness = unchecked((int)0x80041409);
    public const int RestrictInheritedRole = unchecked((int)0x80044152);
    public const int CannotDeleteSysAdmin = unchecked((int)0x80041D2E);
    public const int RoleAlreadyExists = unchecked((int)0x80041403);
    public const int AttributePrivilegeCreateIsMissing = unchecked((int)0x8004F502);
    public const int AttributePermissionUpdateIsMissing = unchecked((int)0x8004F507);

    public static FaultException<OrganizationServiceFault> Missing(Principal principal, Privilege privilege, TableMetadata? table) => Faults.Create(
        PrivilegeDenied,
        Invariant($"Principal {Kind(principal)} (Id={principal.Id}, type={(principal.IsUser ? 8 : 9)}, roleCount={principal.Roles.Count}, privilegeCount={principal.Reaches.Count}, businessUnitId={principal.BusinessUnit}), is missing {privilege.Name} privilege (Id={privilege.Id}){Where(table)}. Consider adding missed privilege to one of the principal (user/team) roles."));

    public static FaultException<OrganizationServiceFault> OutOfReach(
        Principal principal, TableMetadata table, AccessRight right, Guid row, RowPlace place, Reach reach, AccessRight shared) => Faults.Create(
        AccessDenied,
        Invariant($"Principal with id {principal.Id} does not have {right}Access right(s) for record with id {row} of entity {table.Name}. The privilege reaches {Far(reach.Depth)}; the row's owner is {place.Owner} of business unit {place.BusinessUnit}, the {Kind(principal)}'s business unit is {principal.BusinessUnit}, and shared with him is {(shared == AccessRight.None ? "nothing" : shared.ToString())}."));

    public static FaultException<OrganizationServiceFault> Disabled(Principal user) => Faults.Create(
        UserDisabled, $"The specified user(Id = {user.Id}) is disabled: {user.Name}. Consider enabling this user.");

    public static FaultException<OrganizationServiceFault> NoRoles(Principal user) =>
        Faults.Create(UserNotAssignedRoles, $"The user (Id = {user.Id}) has not been assigned any roles: {user.Name}.");

    public static FaultException<OrganizationServiceFault> AccessTeamOwns(Principal team) => Faults.Argument(
        $"An access team can't own rows: {team.Name} (Id = {team.Id}). Share the row with it, or choose an owner team.");

    public static FaultException<OrganizationServiceFault> ColumnNotCreated(TableMetadata table, ColumnMetadata column, Principal user) => Faults.Create(
        AttributePrivilegeCreateIsMissing,
        $"The user {user.Name} (Id = {user.Id}) does not have create permissions to a secured field: {table.Name}.{column.Name}. The requested operation could not be completed.");

    public static FaultException<OrganizationServiceFault> ColumnNotUpdated(TableMetadata table, ColumnMetadata column, Principal user) => Faults.Create(
        AttributePermissionUpdateIsMissing,
        $"The user {user.Name} (Id = {user.Id}) does not have update permissions to a secured field: {table.Name}.{column.Name}. The requested operation could not be completed.");

    private static string Kind(Principal principal) => principal.IsUser ? "user" : "team";

    private static string Where(TableMetadata? table) => table is null
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $" on OTC={table.ObjectTypeCode} for entity '{table.Name}' (LocalizedName='{table.DisplayName}')");

    private static string Far(AccessDepth depth) => depth switch
    {
        AccessDepth.Basic => "own rows and those of own teams (Basic)",
        AccessDepth.Local => "rows of the own business unit (Local)",
        AccessDepth.Deep => "rows of the own business unit and those below it (Deep)",
        _ => "all rows (Global)",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
