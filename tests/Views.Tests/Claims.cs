using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Views.Tests;

/// <summary>Deal registrations, with their customers, products and partners made as they are named.</summary>
internal sealed class Claims(World world)
{
    private readonly Dictionary<(string, string), EntityReference> _rows = [];

    public void Claim(
        string number, int status, string customer, string? product, string partner, int state = 0, string? submitted = null, string? until = null) =>
        world.Named(
            "cov_dealregistration", number, state, status,
            ("cov_customerid", Find("account", customer)),
            ("cov_productid", product is null ? null : Find("product", product)),
            ("cov_partnerid", Find("cov_partner", partner)),
            ("cov_submittedon", submitted is null ? null : World.Day(submitted)),
            ("cov_protecteduntil", until is null ? null : World.Day(until)));

    private EntityReference Find(string table, string name)
    {
        if (!_rows.TryGetValue((table, name), out var row))
        {
            row = table switch
            {
                "cov_partner" => world.Named(table, name, 0, 1),
                "product" => world.Row(table, ("name", name), ("productnumber", name)),
                _ => world.Row(table, ("name", name)),
            };
            _rows.Add((table, name), row);
        }

        return row;
    }
}
