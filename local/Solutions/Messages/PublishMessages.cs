using System;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata.Reading;
using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Messages;

/// <summary><c>PublishXml</c> and <c>PublishAllXml</c>. What is written counts at once here, so that there is nothing left to do but to check.</summary>
internal sealed class PublishMessage(Organization organization, bool isAll) : IMessage
{
    public bool Writes => true;

    public bool HasSteps => true;

    public string? Customizes => isAll ? "PublishAll" : "Publish";

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        organization.Access.DemandPrivilege(caller, SolutionPrivileges.Publish);
        if (!isAll)
        {
            Check(request.Required<string>("ParameterXml"));
        }

        OrganizationResponse response = isAll ? new PublishAllXmlResponse() : new PublishXmlResponse();
        response.ResponseName = request.RequestName!;
        return response;
    }

    private void Check(string text)
    {
        XElement root;
        try
        {
            root = SolutionXml.Parse(text);
        }
        catch (XmlException e)
        {
            throw Faults.Argument($"PublishXml: ParameterXml is not well-formed: {e.Message}");
        }

        if (!root.Name.LocalName.Equals("importexportxml", StringComparison.OrdinalIgnoreCase))
        {
            throw Faults.Argument($"PublishXml: the root of ParameterXml is <importexportxml>, not <{root.Name.LocalName}>.");
        }

        foreach (var table in (root.Child("entities")?.Elements() ?? []).Select(e => e.Value.Trim()))
        {
            organization.Table(table.ToLowerInvariant());
        }
    }
}

/// <summary><c>PublishAllXmlAsync</c>: the same as a system job.</summary>
internal sealed class PublishAllAsyncMessage(Organization organization) : IMessage
{
    private const int JobType = 204;

    public bool Writes => true;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        organization.Access.DemandPrivilege(caller, SolutionPrivileges.Publish);
        var job = organization.Transactions.Run(() => organization.Jobs.Enqueue(new OrganizationRequest("PublishAllXml"), caller, JobType));
        return new OrganizationResponse { ResponseName = request.RequestName }.With("AsyncOperationId", job);
    }
}
