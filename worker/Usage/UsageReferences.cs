using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Usage;

/// <summary>The rows of the CRM that the accounts, services and the currency of a file stand for.</summary>
internal sealed record UsageReferences(
    IReadOnlyDictionary<string, Guid> Customers, IReadOnlyDictionary<string, Guid> Products, EntityReference Currency)
{
    public Guid Customer(UsageSum sum) => Customers[sum.Key.SubAccount];

    public Guid Product(UsageSum sum) => Products[Usage.Products.NumberOf(sum.Key)];
}
