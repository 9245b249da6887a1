namespace CrmAddon.Local.Messages;

/// <summary>The platform's error codes that this runtime answers with. <see href="https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes">Microsoft's list</see></summary>
internal static class ErrorCodes
{
    public const int InvalidArgument = unchecked((int)0x80040203);
    public const int UnExpected = unchecked((int)0x80040216);
    public const int ObjectDoesNotExist = unchecked((int)0x80040217);
    public const int IsvUnExpected = unchecked((int)0x80040224);
    public const int CannotDeleteDueToAssociation = unchecked((int)0x80040227);
    public const int DuplicateRecord = unchecked((int)0x80040237);
    public const int InvalidDateTime = unchecked((int)0x80040239);
    public const int TransactionNotStarted = unchecked((int)0x80040251);
    public const int IsvAborted = unchecked((int)0x80040265);
    public const int NotSupported = unchecked((int)0x80040800);
    public const int QueryBuilderNoEntity = unchecked((int)0x80041102);
    public const int QueryBuilderNoAttribute = unchecked((int)0x80041103);
    public const int GenericSqlError = unchecked((int)0x80044150);
    public const int AsyncOperationInvalidStateChange = unchecked((int)0x80044162);
    public const int AsyncOperationInvalidStateChangeToComplete = unchecked((int)0x80044165);
    public const int AsyncOperationInvalidStateChangeToReady = unchecked((int)0x80044166);
    public const int AsyncOperationInvalidStateChangeToSuspended = unchecked((int)0x80044167);
    public const int SdkInvalidMessagePropertyName = unchecked((int)0x8004416B);
    public const int PluginAssemblyMustHavePublicKeyToken = unchecked((int)0x8004416C);
    public const int SdkCorrelationTokenDepthTooHigh = unchecked((int)0x80044182);
    public const int InvalidPluginAssemblyContent = unchecked((int)0x8004418B);
    public const int PicklistValueOutOfRange = unchecked((int)0x8004431A);
    public const int ValueOutOfRange = unchecked((int)0x80044330);
    public const int StringLengthTooLong = unchecked((int)0x80044331);
    public const int InvalidStateCodeStatusCode = unchecked((int)0x80048408);
    public const int ConcurrencyVersionMismatch = unchecked((int)0x80060882);
    public const int ConcurrencyVersionNotProvided = unchecked((int)0x8006088D);
    public const int IsvReducedTransactionCount = unchecked((int)0x8009000C);
    public const int RecordNotFoundByEntityKey = unchecked((int)0x80060891);
    public const int DuplicateRecordEntityKey = unchecked((int)0x80060892);
}
