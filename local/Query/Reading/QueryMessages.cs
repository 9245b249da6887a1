using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query.Reading;

/// <summary><c>FetchXmlToQueryExpression</c>.</summary>
internal sealed class FetchXmlToQueryExpressionMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var query = FetchReader.Read(request.Required<string>("FetchXml"));
        QueryLimits.Check(query);
        return new FetchXmlToQueryExpressionResponse { ResponseName = "FetchXmlToQueryExpression" }
            .With("Query", new ExpressionWriter(organization.Metadata).Write(query));
    }
}

/// <summary><c>QueryExpressionToFetchXml</c>.</summary>
internal sealed class QueryExpressionToFetchXmlMessage : IMessage
{
    public bool Writes => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var query = QueryRunner.Read(request.Required<QueryBase>("Query"));
        QueryLimits.Check(query);
        return new QueryExpressionToFetchXmlResponse { ResponseName = "QueryExpressionToFetchXml" }.With("FetchXml", FetchWriter.Write(query));
    }
}
