namespace CrmAddon.Local.WebApi.Errors;

/// <summary>
/// The HTTP status of a fault's code, as listed under "Identify status codes" of
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors">Compose HTTP requests and handle errors</see>.
/// </summary>
internal static class FaultStatus
{
    public static int Of(int code) => unchecked((uint)code) switch
    {
        0x80040217 // ObjectDoesNotExist
            or 0x80060891 => 404, // RecordNotFoundByEntityKey
        0x80040220 // PrivilegeDenied
            or 0x80040225 // UserDisabled
            or 0x80042F09 // UserNotAssignedRoles
            or 0x80048306 // the privilege does not reach the row
            or 0x80048405 // AccessDenied
            or 0x8004A110 // CannotActOnBehalfOfAnotherUser
            or 0x8004F502 // AttributePrivilegeCreateIsMissing
            or 0x8004F504 // AttributePermissionReadIsMissing
            or 0x8004F507 // AttributePermissionUpdateIsMissingDuringUpdate
            or 0x80072560 => 403, // the user is not a member of the organization
        0x80040227 // CannotDeleteDueToAssociation
            or 0x80040800 => 405, // NotSupported
        0x80060882 // ConcurrencyVersionMismatch
            or 0x80040237 // DuplicateRecord
            or 0x80060892 => 412, // DuplicateRecordEntityKey
        0x80072321 or 0x80072322 or 0x80072326 or 0x80071151 => 429,
        _ => 400,
    };
}
