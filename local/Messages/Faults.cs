using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary>Every refusal that a caller can meet: the platform's code with a text that says what, where and what is accepted.</summary>
internal static class Faults
{
    public static FaultException<OrganizationServiceFault> Create(int code, string message, OrganizationServiceFault? inner = null) => new(
        new OrganizationServiceFault { ErrorCode = code, Message = message, Timestamp = DateTime.UtcNow, InnerFault = inner },
        new FaultReason(message));

    public static FaultException<OrganizationServiceFault> MissingRow(string table, Guid id) =>
        Create(ErrorCodes.ObjectDoesNotExist, $"Entity '{table}' With Id = {id} Does Not Exist");

    public static FaultException<OrganizationServiceFault> MissingKey(string table, string values) => Create(
        ErrorCodes.RecordNotFoundByEntityKey, $"A record with the specified key values does not exist in {table} entity ({values})");

    public static FaultException<OrganizationServiceFault> NoTable(string? table) => Create(
        ErrorCodes.QueryBuilderNoEntity, $"The entity with a name = '{table}' with namemapping = 'Logical' was not found in the MetadataCache.");

    public static FaultException<OrganizationServiceFault> NoColumn(string table, string? column) => Create(
        ErrorCodes.QueryBuilderNoAttribute, $"'{table}' entity doesn't contain attribute with Name = '{column}' and NameMapping = 'Logical'.");

    public static FaultException<OrganizationServiceFault> Argument(string message) => Create(ErrorCodes.InvalidArgument, message);

    public static FaultException<OrganizationServiceFault> WrongType(TableMetadata table, ColumnMetadata column, object value, string expected) =>
        Argument($"Incorrect attribute value type {value.GetType()} for '{table.Name}.{column.Name}': {expected} is expected.");

    public static FaultException<OrganizationServiceFault> Required(TableMetadata table, string column) =>
        Argument($"Required field '{column}' is missing: a row of '{table.Name}' can't be stored without it.");

    public static FaultException<OrganizationServiceFault> TooLong(TableMetadata table, ColumnMetadata column, int length) => Create(
        ErrorCodes.StringLengthTooLong,
        Invariant($"A validation error occurred. The length of the '{column.Name}' attribute of the '{table.Name}' entity exceeded the maximum allowed length of '{column.MaxLength}': it is {length}."));

    public static FaultException<OrganizationServiceFault> OutOfRange(TableMetadata table, ColumnMetadata column, IFormattable value, decimal? min, decimal? max) => Create(
        ErrorCodes.ValueOutOfRange,
        Invariant($"A validation error occurred. The value {value} of '{column.Name}' on record of type '{table.Name}' is outside the valid range. Accepted Values: {min} to {max}."));

    public static FaultException<OrganizationServiceFault> TooEarly(TableMetadata table, ColumnMetadata column, DateTime value, DateTime earliest) => Create(
        ErrorCodes.InvalidDateTime,
        Invariant($"DateTime is less than minimum value supported by CrmDateTime. Actual value: {value}, Minimum value supported: {earliest} ('{table.Name}.{column.Name}')."));

    public static FaultException<OrganizationServiceFault> FileColumn(TableMetadata table, ColumnMetadata column) =>
        Argument($"'{table.Name}.{column.Name}' is a file column: its value can't be set in a create or update. Files are not kept by the local Dataverse.");

    public static FaultException<OrganizationServiceFault> CannotBeNull(TableMetadata table, ColumnMetadata column) =>
        Argument($"Attribute: {column.Name} cannot be set to NULL (row of '{table.Name}').");

    public static FaultException<OrganizationServiceFault> TwoIds(TableMetadata table, Guid id, Guid inAttributes) => Argument(
        $"Entity.Id must be the same as the value set in property bag: it is {id}, but '{table.PrimaryId.Name}' is {inAttributes}.");

    public static FaultException<OrganizationServiceFault> NotForTable(string message, TableMetadata table) => Create(
        ErrorCodes.NotSupported, $"The '{message}' method does not support entities of type '{table.Name}': its rows are the pairs of a many-to-many relationship. Use Associate and Disassociate.");

    public static FaultException<OrganizationServiceFault> NoChoice(TableMetadata table, ColumnMetadata column, int value) => Create(
        ErrorCodes.PicklistValueOutOfRange,
        Invariant($"A validation error occurred. The value {value} of '{column.Name}' on record of type '{table.Name}' is outside the valid range. Accepted Values: {string.Join(",", column.Choice!.Options.Select(o => o.Value))}"));

    public static FaultException<OrganizationServiceFault> StatusOfOtherState(TableMetadata table, Guid id, int status, StateMetadata state) => Create(
        ErrorCodes.InvalidStateCodeStatusCode,
        Invariant($"{status} is not a valid status code for state code {state.Value} ({state.Label}) on {table.Name} with Id {id}."));

    public static FaultException<OrganizationServiceFault> NoTransition(TableMetadata table, Guid id, StatusMetadata from, StatusMetadata to) => Create(
        ErrorCodes.InvalidStateCodeStatusCode,
        Invariant($"The status reason of {table.Name} with Id {id} can't go from {from.Value} ({from.Label}) to {to.Value} ({to.Label}): this transition is not allowed."));

    public static FaultException<OrganizationServiceFault> DuplicateId(TableMetadata table, Guid id) =>
        Create(ErrorCodes.DuplicateRecord, $"Cannot insert duplicate key. A row of '{table.Name}' with the id {id} exists.");

    public static FaultException<OrganizationServiceFault> DuplicatePair(ManyToManyMetadata relation, Guid id, Guid other) => Create(
        ErrorCodes.DuplicateRecord, $"Cannot insert duplicate key. The rows {id} and {other} are related by '{relation.Name}' already.");

    public static FaultException<OrganizationServiceFault> DuplicateKey(TableMetadata table, KeyMetadata key, IEnumerable<string> values) => Create(
        ErrorCodes.DuplicateRecordEntityKey,
        $"A record that has the attribute values {string.Join(", ", values)} already exists. The entity key {key.DisplayName} of {table.Name} requires that this set of attributes contains unique values. Select unique values and try again.");

    public static FaultException<OrganizationServiceFault> VersionMismatch(TableMetadata table, Guid id) => Create(
        ErrorCodes.ConcurrencyVersionMismatch,
        $"The version of the existing record doesn't match the RowVersion property provided ({table.Name} with Id {id}).");

    public static FaultException<OrganizationServiceFault> StillReferenced(TableMetadata table, Guid id, RelationMetadata relation) => Create(
        ErrorCodes.CannotDeleteDueToAssociation,
        $"The object you tried to delete is associated with another object and cannot be deleted ({table.Name} with Id {id}: rows of {relation.ChildTable} point to it in {relation.ChildColumn}).");

    /// <summary>The file can't be read or written.</summary>
    public static FaultException<OrganizationServiceFault> Storage(string explanation) => Create(ErrorCodes.GenericSqlError, $"Generic SQL error. {explanation}");

    public static FaultException<OrganizationServiceFault> TooDeep() => Create(
        ErrorCodes.SdkCorrelationTokenDepthTooHigh,
        "This workflow job was canceled because the workflow that started it included an infinite loop. Correct the workflow logic and try again. For information about workflow logic, see Help.");

    public static FaultException<OrganizationServiceFault> NoTransaction() => Create(
        ErrorCodes.TransactionNotStarted,
        "There is no active transaction. This error is usually caused by custom plug-ins that ignore errors from service calls and continue processing.");

    /// <summary><see href="https://learn.microsoft.com/troubleshoot/power-platform/dataverse/dataverse-plug-ins-errors#transaction-errors"/></summary>
    public static FaultException<OrganizationServiceFault> IgnoredFault() => Create(
        ErrorCodes.IsvReducedTransactionCount,
        "ISV code reduced the open transaction count. Custom plug-ins should not catch exceptions from OrganizationService calls and continue processing.");

    public static FaultException<OrganizationServiceFault> TimeLimit(string plugin, TimeSpan limit) => Create(
        ErrorCodes.IsvUnExpected,
        Invariant($"An unexpected error occurred from ISV code. Unexpected exception from plug-in (Execute): {plugin}: System.TimeoutException: Couldn't complete execution of the {plugin} plug-in within the {(limit.TotalMinutes >= 1 ? $"{limit.TotalMinutes:0.##}-minute" : $"{limit.TotalSeconds:0.###}-second")} time limit."));

    public static FaultException<OrganizationServiceFault> InstanceState(string plugin, string field) => Create(
        ErrorCodes.IsvUnExpected,
        $"An unexpected error occurred from ISV code. {plugin} wrote its instance's field '{field}' while it executed: the platform uses one instance for all executions, several at a time, so nothing of one may be kept in it. Keep it in local variables.");

    /// <summary><see href="https://learn.microsoft.com/troubleshoot/power-platform/dataverse/dataverse-plug-ins-errors"/></summary>
    public static FaultException<OrganizationServiceFault> MessageSize(long bytes) => Create(
        ErrorCodes.UnExpected,
        Invariant($"Message size exceeded when sending context to Sandbox. Message size: {bytes / 1048576d:0.##} Mb"));

    /// <summary>Callers read the limit from the fault and send the rest in batches of that size.</summary>
    /// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/org-service/execute-multiple-requests#handle-a-batch-size-fault"/>
    public static FaultException<OrganizationServiceFault> BatchSize(int count, int most)
    {
        var fault = Argument(Invariant($"ExecuteMultiple takes {most} requests at most, but {count} were sent: none was carried out."));
        fault.Detail.ErrorDetails["MaxBatchSize"] = most;
        return fault;
    }

    /// <summary>The fault of a request of a transaction, with the request's place.</summary>
    public static FaultException<OrganizationServiceFault> At(int index, OrganizationServiceFault fault) => new(
        new ExecuteTransactionFault
        {
            FaultedRequestIndex = index,
            ErrorCode = fault.ErrorCode,
            Message = fault.Message,
            Timestamp = fault.Timestamp,
            TraceText = fault.TraceText,
            OriginalException = fault.OriginalException,
            InnerFault = fault,
        },
        new FaultReason(fault.Message));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
