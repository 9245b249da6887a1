using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary><c>SetAutoNumberSeed</c>: says which number an autonumber column's sequence gives next.</summary>
internal sealed class SetAutoNumberSeedMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var (table, column) = AutoNumberColumn.Of(organization, request);
        var value = request.Parameters.TryGetValue("Value", out var given) && given is int number ? number : request.Required<long>("Value");
        organization.Transactions.Run(() =>
        {
            organization.Writer.AutoNumber.SetSeed(table, column, value);
            return true;
        });
        return new SetAutoNumberSeedResponse { ResponseName = "SetAutoNumberSeed" };
    }
}

/// <summary><c>GetAutoNumberSeed</c>: the number that an autonumber column's sequence gives next.</summary>
internal sealed class GetAutoNumberSeedMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var (table, column) = AutoNumberColumn.Of(organization, request);
        return new GetAutoNumberSeedResponse { ResponseName = "GetAutoNumberSeed" }
            .With("AutoNumberSeedValue", organization.Writer.AutoNumber.Seed(table, column));
    }
}

/// <summary><c>GetNextAutoNumberValue</c>: takes the next number of an autonumber column's sequence.</summary>
internal sealed class GetNextAutoNumberValueMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var (table, column) = AutoNumberColumn.Of(organization, request);
        return new GetNextAutoNumberValueResponse { ResponseName = "GetNextAutoNumberValue" }
            .With("NextAutoNumberValue", organization.Transactions.Run(() => organization.Writer.AutoNumber.Take(table, column)));
    }
}

/// <summary>The column that these messages name.</summary>
internal static class AutoNumberColumn
{
    public static (TableMetadata Table, ColumnMetadata Column) Of(Organization organization, OrganizationRequest request)
    {
        var table = organization.Table(request.Required<string>("EntityName").ToLowerInvariant());
        var name = request.Required<string>("AttributeName").ToLowerInvariant();
        var column = table.Find(name) ?? throw Faults.NoColumn(table.Name, name);
        return column.AutoNumberFormat is not null
            ? (table, column)
            : throw Faults.Argument($"'{table.Name}.{column.Name}' is no autonumber column.");
    }
}
