using System;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Sdk.Tests.Data;

/// <summary>The XML is that of the platform's SOAP messages and plug-in contexts, as its documentation shows it.</summary>
[TestClass]
public sealed class DataContractTests
{
    private static readonly XNamespace Contracts = "http://schemas.microsoft.com/xrm/2011/Contracts";
    private static readonly XNamespace Pairs = "http://schemas.datacontract.org/2004/07/System.Collections.Generic";
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly Guid Id = new("6f1b2a3c-0000-0000-0000-000000000001");

    [TestMethod]
    public void A_row_survives_with_every_kind_of_value()
    {
        var row = new Entity("opportunity", Id) { RowVersion = "7", EntityState = EntityState.Changed };
        row["name"] = "Deal";
        row["estimatedvalue"] = new Money(1234.5678m);
        row["statuscode"] = new OptionSetValue(770000001);
        row["customerid"] = new EntityReference("account", Id) { Name = "Contoso" };
        row["closeon"] = new DateTime(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc);
        row["iswon"] = true;
        row["count"] = 12;
        row["big"] = 12L;
        row["rate"] = 0.1d;
        row["exchangerate"] = 1.25m;
        row["opportunityid"] = Id;
        row["photo"] = new byte[] { 1, 2, 3 };
        row["tags"] = new OptionSetValueCollection([new OptionSetValue(1), new OptionSetValue(2)]);
        row["parties"] = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("contact", Id) }]);
        row["partner.name"] = new AliasedValue("cov_partner", "cov_name", "Fabrikam");
        row["iscustomizable"] = new BooleanManagedProperty(true);
        row["empty"] = null;
        row.FormattedValues.Add("estimatedvalue", "$1,234.57");
        row.KeyAttributes.Add("cov_dealnumber", "D-1");
        row.RelatedEntities.Add(new Relationship("r"), new EntityCollection([new Entity("cov_split")]));

        var again = Read<Entity>(Write(row));

        Assert.AreEqual((row.LogicalName, row.Id, row.RowVersion, row.EntityState), (again.LogicalName, again.Id, again.RowVersion, again.EntityState));
        CollectionAssert.AreEquivalent(row.Attributes.Keys.ToArray(), again.Attributes.Keys.ToArray());
        foreach (var name in new[] { "name", "estimatedvalue", "statuscode", "customerid", "closeon", "iswon", "count", "big", "rate", "exchangerate", "opportunityid", "empty" })
            Assert.AreEqual(row[name], again[name], name);
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, again.GetAttributeValue<byte[]>("photo"));
        CollectionAssert.AreEqual(new[] { 1, 2 }, again.GetAttributeValue<OptionSetValueCollection>("tags")!.Select(o => o.Value).ToArray());
        Assert.AreEqual(new EntityReference("contact", Id), again.GetAttributeValue<EntityCollection>("parties")![0]["partyid"]);
        Assert.AreEqual("Fabrikam", again.GetAttributeValue<AliasedValue>("partner.name")!.Value);
        Assert.IsTrue(again.GetAttributeValue<BooleanManagedProperty>("iscustomizable")!.Value);
        Assert.AreEqual("$1,234.57", again.FormattedValues["estimatedvalue"]);
        Assert.AreEqual("D-1", again.KeyAttributes["cov_dealnumber"]);
        Assert.AreEqual("cov_split", again.RelatedEntities[new Relationship("r")][0].LogicalName);
    }

    [TestMethod]
    public void A_row_is_written_in_the_documented_names_namespaces_and_order()
    {
        var row = new Entity("opportunity", Id);
        row["name"] = "Deal";
        row["statuscode"] = new OptionSetValue(3);

        var written = Write(row);

        Assert.AreEqual(Contracts + "Entity", written.Name);
        CollectionAssert.AreEqual(
            new[] { "Attributes", "EntityState", "FormattedValues", "Id", "KeyAttributes", "LogicalName", "RelatedEntities", "RowVersion" },
            written.Elements().Select(e => e.Name.LocalName).ToArray());
        Assert.IsTrue(written.Elements().All(e => e.Name.Namespace == Contracts));

        var pairs = written.Element(Contracts + "Attributes")!.Elements(Contracts + "KeyValuePairOfstringanyType").ToList();
        Assert.HasCount(2, pairs);
        Assert.AreEqual("name", pairs[0].Element(Pairs + "key")!.Value);
        Assert.AreEqual(Schema + "string", TypeOf(pairs[0].Element(Pairs + "value")!));
        Assert.AreEqual(Contracts + "OptionSetValue", TypeOf(pairs[1].Element(Pairs + "value")!));
        Assert.AreEqual("3", pairs[1].Element(Pairs + "value")!.Element(Contracts + "Value")!.Value);
    }

    [TestMethod]
    public void A_message_is_written_with_its_name_and_its_named_parameters()
    {
        var request = new RetrieveMultipleRequest
        {
            Query = new QueryExpression("account")
            {
                ColumnSet = new ColumnSet("name"),
                Criteria = { Conditions = { new ConditionExpression("revenue", ConditionOperator.GreaterEqual, new Money(5)) } },
                TopCount = 3,
            },
        };

        var written = Write<OrganizationRequest>(request, typeof(RetrieveMultipleRequest), typeof(QueryExpression));
        var again = (RetrieveMultipleRequest)Read<OrganizationRequest>(written, typeof(RetrieveMultipleRequest), typeof(QueryExpression));

        Assert.AreEqual("RetrieveMultiple", written.Element(Contracts + "RequestName")!.Value);
        Assert.AreEqual("Query", written.Descendants(Pairs + "key").First().Value);
        var query = (QueryExpression)again.Query;
        Assert.AreEqual(("account", 3, "name"), (query.EntityName, query.TopCount, query.ColumnSet.Columns[0]));
        Assert.AreEqual(ConditionOperator.GreaterEqual, query.Criteria.Conditions[0].Operator);
        Assert.AreEqual(new Money(5), query.Criteria.Conditions[0].Values[0]);
    }

    [TestMethod]
    public void A_fault_is_read_from_the_documented_form_and_written_in_it()
    {
        var form = XElement.Parse("""
            <OrganizationServiceFault xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://schemas.microsoft.com/xrm/2011/Contracts">
              <ActivityId>afa2227c-21ba-4588-a11f-e8d0dd02a289</ActivityId>
              <ErrorCode>-2147220969</ErrorCode>
              <ErrorDetails xmlns:d="http://schemas.datacontract.org/2004/07/System.Collections.Generic">
                <KeyValuePairOfstringanyType>
                  <d:key>SubErrorCode</d:key>
                  <d:value xmlns:s="http://www.w3.org/2001/XMLSchema" i:type="s:int">-2146233088</d:value>
                </KeyValuePairOfstringanyType>
              </ErrorDetails>
              <HelpLink i:nil="true" />
              <Message>account With Id = 6f1b2a3c-0000-0000-0000-000000000001 Does Not Exist</Message>
              <Timestamp>2026-03-31T20:52:35.6280057Z</Timestamp>
              <ExceptionRetriable>false</ExceptionRetriable>
              <ExceptionSource>PluginExecution</ExceptionSource>
              <InnerFault i:nil="true" />
              <OriginalException i:nil="true" />
              <TraceText>Start</TraceText>
            </OrganizationServiceFault>
            """);

        var fault = Read<OrganizationServiceFault>(form);

        Assert.AreEqual((unchecked((int)0x80040217), "Start", "PluginExecution"), (fault.ErrorCode, fault.TraceText, fault.ExceptionSource));
        Assert.AreEqual(-2146233088, fault.ErrorDetails["SubErrorCode"]);
        var written = Write(fault);
        CollectionAssert.AreEqual(form.Elements().Select(e => e.Name).ToArray(), written.Elements().Select(e => e.Name).ToArray());
        CollectionAssert.AreEqual(form.Elements().Select(e => string.Concat(e.Value.Split())).ToArray(), written.Elements().Select(e => string.Concat(e.Value.Split())).ToArray());
    }

    private static XElement Write<T>(T value, params Type[] known)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text))
            new DataContractSerializer(typeof(T), known).WriteObject(writer, value);
        return XElement.Parse(text.ToString());
    }

    private static T Read<T>(XElement element, params Type[] known)
    {
        using var reader = XmlReader.Create(new StringReader(element.ToString(SaveOptions.DisableFormatting)));
        return (T)new DataContractSerializer(typeof(T), known).ReadObject(reader)!;
    }

    private static XName TypeOf(XElement element)
    {
        var name = element.Attribute(Instance + "type")!.Value.Split(':');
        return name is [var prefix, var local] ? element.GetNamespaceOfPrefix(prefix)! + local : element.GetDefaultNamespace() + name[0];
    }
}
