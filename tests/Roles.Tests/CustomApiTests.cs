using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.ServiceModel;
using System.Xml.Linq;
using CrmAddon.Plugins.Deals;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Roles.Tests;

[TestClass]
public sealed class CustomApiTests
{
    private const int PrivilegeDenied = unchecked((int)0x80040220);

    [TestMethod]
    public void The_page_lists_every_custom_api_for_every_role()
    {
        var apis = Directory.EnumerateDirectories(Path.Combine(Repository.Solution, "customapis")).Select(Path.GetFileName).OfType<string>();
        var all = from api in apis from role in RoleFiles.Names select $"{api} {role}";
        CollectionAssert.AreEquivalent(all.ToList(), RolesPage.Read().Calls.Keys.Select(k => $"{k.Api} {k.Role}").ToList());
    }

    [TestMethod]
    public void A_custom_api_answers_the_roles_that_the_page_names_and_refuses_the_others()
    {
        using var environment = new RoleEnvironment(typeof(OpportunityChanged).Assembly.Location);
        var holders = RoleFiles.Names.ToDictionary(role => role, role => environment.As(environment.User(role, environment.North, role, Beside(role))));
        List<string> wrong = [];
        foreach (var ((api, role), expected) in RolesPage.Read().Calls)
        {
            if (MayCall(holders[role], api) != expected)
            {
                wrong.Add($"{role}: {api} {(expected ? "is refused" : "answers")}");
            }
        }

        Assert.AreEqual("", string.Join("\n", wrong));
    }

    // The standard role that the page asks for beside it: a preview of a deal needs the right to read the deal.
    private static string Beside(string role) => role.EndsWith("Sales Rep", StringComparison.Ordinal) ? "Salesperson" : role;

    // What is sent is empty or names nothing: the API's own refusals come after the platform's question for the privilege.
    private static bool MayCall(IOrganizationService service, string api)
    {
        var request = new OrganizationRequest(api);
        var folder = Path.Combine(Repository.Solution, "customapis", api);
        if (XDocument.Load(Path.Combine(folder, "customapi.xml")).Root!.Element("boundentitylogicalname")!.Value is { Length: > 0 } table)
        {
            request["Target"] = new EntityReference(table, Guid.NewGuid());
        }

        foreach (var file in Directory.EnumerateFiles(folder, "customapirequestparameter.xml", SearchOption.AllDirectories))
        {
            var definition = XDocument.Load(file).Root!;
            if (definition.Element("isoptional")!.Value == "0")
            {
                request[definition.Attribute("uniquename")!.Value] = Empty(definition.Element("type")!.Value);
            }
        }

        try
        {
            service.Execute(request);
            return true;
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            return e.Detail.ErrorCode != PrivilegeDenied;
        }
    }

    // https://learn.microsoft.com/power-apps/developer/data-platform/customapi-tables: the types of request parameters.
    private static object Empty(string type) => type switch
    {
        "0" => false,
        "1" => DateTime.UnixEpoch,
        "2" => 0m,
        "3" => new Entity(),
        "4" => new EntityCollection(),
        "5" => new EntityReference("cov_partner", Guid.Empty),
        "6" => 0d,
        "7" => 0,
        "8" => new Money(0m),
        "9" => new OptionSetValue(0),
        "12" => Guid.Empty,
        _ => "none",
    };
}
