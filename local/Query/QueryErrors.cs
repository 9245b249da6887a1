using System.Collections.Generic;
using System.Globalization;
using System.ServiceModel;
using CrmAddon.Local.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Query;

/// <summary>
/// What is wrong with a query, by the platform's codes.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes">Microsoft's list</see>
/// </summary>
internal static class QueryErrors
{
    public const int InvalidXml = unchecked((int)0x80040201);
    public const int LinkAttributesTypeMismatch = unchecked((int)0x80041104);
    public const int AttributeWithAggregate = unchecked((int)0x80041107);
    public const int InvalidAlias = unchecked((int)0x80041109);
    public const int AliasDoesNotExist = unchecked((int)0x8004110A);
    public const int ValueGreaterThanZero = unchecked((int)0x8004110C);
    public const int MultipleIntersectEntities = unchecked((int)0x8004110E);
    public const int ByAttributeMismatch = unchecked((int)0x8004110F);
    public const int AttributePairMismatch = unchecked((int)0x80041111);
    public const int InvalidDistinct = unchecked((int)0x80041115);
    public const int InvalidMapping = unchecked((int)0x80041116);
    public const int InvalidLinkType = unchecked((int)0x80041117);
    public const int InvalidNoLock = unchecked((int)0x80041118);
    public const int InvalidDescending = unchecked((int)0x80041119);
    public const int InvalidAggregate = unchecked((int)0x8004111A);
    public const int InvalidNode = unchecked((int)0x8004111C);
    public const int AttributeNotFound = unchecked((int)0x8004111E);
    public const int InvalidConditionOperator = unchecked((int)0x80041120);
    public const int InvalidFilterType = unchecked((int)0x80041122);
    public const int ElementNotFound = unchecked((int)0x80041123);
    public const int EmptyXml = unchecked((int)0x80041124);
    public const int PagingOrderBy = unchecked((int)0x80041129);
    public const int InvalidPagingCookie = unchecked((int)0x8004112A);
    public const int InvalidGroupBy = unchecked((int)0x8004112E);
    public const int InvalidAggregateAttribute = unchecked((int)0x8004112F);
    public const int DuplicateAlias = unchecked((int)0x80041130);
    public const int AttributeNotAllowedForAggregateOrderBy = unchecked((int)0x80041131);
    public const int AliasNotAllowedForOrderBy = unchecked((int)0x80041132);
    public const int AttributeRequiredForOrderBy = unchecked((int)0x80041133);
    public const int AliasRequiredForAggregateOrderBy = unchecked((int)0x80041134);
    public const int InvalidDateGrouping = unchecked((int)0x80041135);
    public const int GroupByAndAggregate = unchecked((int)0x80041137);
    public const int InvalidAttributeValue = unchecked((int)0x80041139);
    public const int TooHighPageWithoutCookie = unchecked((int)0x8004430A);
    public const int TooManyConditions = unchecked((int)0x8004430C);
    public const int TooManyLinks = unchecked((int)0x8004430D);
    public const int MissingHierarchy = unchecked((int)0x80047020);
    public const int AggregateLimitExceeded = unchecked((int)0x8004E023);

    public static FaultException<OrganizationServiceFault> Xml(string what) => Faults.Create(InvalidXml, $"Invalid XML: {what}");

    public static FaultException<OrganizationServiceFault> Node(string parent, string node, IEnumerable<string> valid) => Faults.Create(
        InvalidNode, $"Invalid Child Node, valid nodes are {string.Join(", ", valid)}. NodeName = {node}, in <{parent}>.");

    public static FaultException<OrganizationServiceFault> Attribute(string element, string attribute, IEnumerable<string> valid) => Faults.Create(
        InvalidAttributeValue, $"The attribute '{attribute}' of <{element}> is invalid. Valid attributes are {string.Join(", ", valid)}.");

    public static FaultException<OrganizationServiceFault> Missing(string element, string attribute) =>
        Faults.Create(AttributeNotFound, $"A required attribute was not specified: <{element}> needs '{attribute}'.");

    public static FaultException<OrganizationServiceFault> Alias(string alias) => Faults.Create(
        AliasDoesNotExist, $"The specified alias for the given entity in the condition does not exist: no link-entity of the query has the name or alias '{alias}'.");

    public static FaultException<OrganizationServiceFault> Duplicate(string alias) =>
        Faults.Create(DuplicateAlias, $"FetchXML should have unique aliases: '{alias}' is used twice.");

    public static FaultException<OrganizationServiceFault> Operator(ResolvedColumn column, QueryCondition condition) => Faults.Create(
        InvalidConditionOperator,
        $"Unsupported condition operator: {condition.Operator} can't be used with the attribute '{column.FullName}' of type {column.Column.Type}.");

    public static FaultException<OrganizationServiceFault> NoValue(ResolvedColumn column) => Faults.Argument(
        $"Condition for attribute '{column.FullName}': null is not a valid value for an attribute. Use 'Null' or 'NotNull' conditions instead.");

    public static FaultException<OrganizationServiceFault> Count(ResolvedColumn column, QueryCondition condition, string expected) => Faults.Argument(
        $"Condition for attribute '{column.FullName}': {condition.Operator} takes {expected}, but there {(condition.Values.Count == 1 ? "is" : "are")} {condition.Values.Count.ToString(CultureInfo.InvariantCulture)}.");
}
