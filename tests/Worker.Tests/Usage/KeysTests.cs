using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Worker.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Tests.Usage;

/// <summary>Rows by many keys: no query may be longer than an address.</summary>
[TestClass]
public sealed class KeysTests
{
    [TestMethod]
    public void Many_long_keys_are_asked_for_in_short_queries()
    {
        var keys = Enumerable.Range(0, 900).Select(i => $"{i:000}-{new string('ü', 90)}").ToArray();
        var service = new Asked();
        service.IdsByKey("account", "accountnumber", keys);
        CollectionAssert.AreEqual(keys, service.Conditions.SelectMany(condition => condition).ToArray());
        Assert.IsTrue(service.Conditions.All(condition => condition.Sum(key => Uri.EscapeDataString(key).Length + 25) <= 30_000));
        Assert.IsLessThan(25, service.Conditions.Count);
    }

    [TestMethod]
    public void No_key_asks_nothing()
    {
        var service = new Asked();
        Assert.IsEmpty(service.IdsByKey("account", "accountnumber", []));
        Assert.IsEmpty(service.Conditions);
    }

    private sealed class Asked : IOrganizationService
    {
        public List<string[]> Conditions { get; } = [];

        public EntityCollection RetrieveMultiple(QueryBase query)
        {
            Conditions.Add([.. ((QueryExpression)query).Criteria.Conditions[0].Values.Cast<string>()]);
            return new EntityCollection();
        }

        public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw new NotSupportedException();

        public Guid Create(Entity entity) => throw new NotSupportedException();

        public void Delete(string entityName, Guid id) => throw new NotSupportedException();

        public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw new NotSupportedException();

        public OrganizationResponse Execute(OrganizationRequest request) => throw new NotSupportedException();

        public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => throw new NotSupportedException();

        public void Update(Entity entity) => throw new NotSupportedException();
    }
}
