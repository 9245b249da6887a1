using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.DataverseClient.Tests.Same;

/// <summary>Messages beside those about rows, and what plug-ins say, come out as in process.</summary>
[TestClass]
public sealed class MessageTests
{
    private static Twins _twins = null!;

    [ClassInitialize]
    public static async Task Start(TestContext _) => _twins = await Twins.StartAsync(plugins: true);

    [ClassCleanup]
    public static async Task Stop() => await _twins.DisposeAsync();

    [TestMethod]
    public void An_opportunity_is_won_and_another_lost()
    {
        foreach (var (number, won) in new[] { (10, true), (11, false) })
        {
            _twins.Do(service =>
            {
                service.Create(new Entity("opportunity", Orders.Id(number)) { ["name"] = "deal", ["estimatedvalue"] = new Money(100m) });
                var close = new Entity("opportunityclose")
                {
                    ["opportunityid"] = new EntityReference("opportunity", Orders.Id(number)),
                    ["subject"] = "decided",
                    ["actualend"] = Orders.Time("2026-03-09T12:00:00Z"),
                    ["actualrevenue"] = new Money(90.5m),
                };
                return won
                    ? service.Execute(new WinOpportunityRequest { OpportunityClose = close, Status = new OptionSetValue(3) })
                    : service.Execute(new LoseOpportunityRequest { OpportunityClose = close, Status = new OptionSetValue(4) });
            });
            _twins.Do(service => service.Retrieve("opportunity", Orders.Id(number), new ColumnSet("statecode", "statuscode", "actualvalue", "actualclosedate")));
        }
    }

    [TestMethod]
    public void Two_accounts_become_one()
    {
        _twins.Do(service =>
        {
            service.Account(20, "stays");
            service.Account(21, "goes");
            return service.Execute(new MergeRequest
            {
                Target = new EntityReference("account", Orders.Id(20)),
                SubordinateId = Orders.Id(21),
                UpdateContent = new Entity("account") { ["description"] = "both" },
            });
        });
        _twins.Do(service => service.Retrieve("account", Orders.Id(20), new ColumnSet("name", "description", "statecode")));
        _twins.Do(service => service.Retrieve("account", Orders.Id(21), new ColumnSet("name", "statecode", "masterid")));
    }

    [TestMethod]
    public void A_currency_has_a_rate()
    {
        _twins.Do(service => service.Create(new Entity("transactioncurrency", Orders.Id(30))
        {
            ["currencyname"] = "Euro", ["isocurrencycode"] = "EUR", ["currencysymbol"] = "€", ["currencyprecision"] = 2, ["exchangerate"] = 0.875m,
        }));
        _twins.Do(service => ((RetrieveExchangeRateResponse)service.Execute(new RetrieveExchangeRateRequest { TransactionCurrencyId = Orders.Id(30) })).ExchangeRate);
    }

    [TestMethod]
    public void A_custom_API_takes_and_gives_values()
    {
        _twins.Do(service => service.Execute(new OrganizationRequest("fix_Double") { ["fix_Number"] = 21 }).Results["fix_Result"]);
        _twins.Do(service => service.Execute(new OrganizationRequest("fix_Double") { ["fix_Number"] = 1, ["fix_Text"] = "ü" }).Results["fix_Result"]);
    }

    [TestMethod]
    public void A_team_gets_and_loses_members()
    {
        _twins.Do(service =>
        {
            service.Create(new Entity("team", Orders.Id(50)) { ["name"] = "team", ["businessunitid"] = new EntityReference("businessunit", ((WhoAmIResponse)service.Execute(new WhoAmIRequest())).BusinessUnitId) });
            service.Create(new Entity("systemuser", Orders.Id(51)) { ["lastname"] = "Kim", ["domainname"] = "kim@example.com", ["businessunitid"] = new EntityReference("businessunit", ((WhoAmIResponse)service.Execute(new WhoAmIRequest())).BusinessUnitId) });
        });
        var members = new Microsoft.Xrm.Sdk.Query.QueryExpression("teammembership") { ColumnSet = new ColumnSet("teamid", "systemuserid"), Criteria = { Conditions = { new ConditionExpression("teamid", ConditionOperator.Equal, Orders.Id(50)) } } };
        _twins.Do(service => service.Execute(new AddMembersTeamRequest { TeamId = Orders.Id(50), MemberIds = [Orders.Id(51)] }));
        _twins.Do(service => service.RetrieveMultiple(members).Entities.Count);
        _twins.Do(service => ((RetrieveUserPrivilegesResponse)service.Execute(new RetrieveUserPrivilegesRequest { UserId = Orders.Id(51) })).RolePrivileges.Length);
        _twins.Do(service => ((RetrieveUserPrivilegeByPrivilegeNameResponse)service.Execute(
            new RetrieveUserPrivilegeByPrivilegeNameRequest { UserId = Orders.Id(51), PrivilegeName = "prvReadAccount" })).RolePrivileges.Length);
        _twins.Do(service => service.Execute(new RemoveMembersTeamRequest { TeamId = Orders.Id(50), MemberIds = [Orders.Id(51)] }));
        _twins.Do(service => service.RetrieveMultiple(members).Entities.Count);
    }

    [TestMethod]
    public void What_a_plug_in_refuses_arrives_with_its_words()
    {
        _twins.Do(service => service.Create(Orders.Order(30)));
        _twins.Refused(service => service.Create(
            new Entity("fix_note", Orders.Id(31)) { ["fix_name"] = "fail: not like this", ["fix_orderid"] = new EntityReference("fix_order", Orders.Id(30)) }));
        _twins.Refused(service => service.Retrieve("fix_note", Orders.Id(31), new ColumnSet(true)));
    }

    [TestMethod]
    public void Rows_are_shared_and_no_longer()
    {
        var order = new EntityReference("fix_order", Orders.Id(40));
        var user = new EntityReference("systemuser", Orders.Id(41));
        _twins.Do(service =>
        {
            service.Create(Orders.Order(40));
            var me = ((WhoAmIResponse)service.Execute(new WhoAmIRequest())).BusinessUnitId;
            service.Create(new Entity("systemuser", user.Id) { ["lastname"] = "Lee", ["domainname"] = "lee@example.com", ["businessunitid"] = new EntityReference("businessunit", me) });
        });
        _twins.Do(service => service.Execute(new GrantAccessRequest
        {
            Target = order, PrincipalAccess = new PrincipalAccess { Principal = user, AccessMask = AccessRights.ReadAccess | AccessRights.WriteAccess },
        }));
        _twins.Do(service => service.Execute(new RetrievePrincipalAccessRequest { Target = order, Principal = user }));
        _twins.Do(service => service.Execute(new RetrieveSharedPrincipalsAndAccessRequest { Target = order }));
        _twins.Do(service => service.Execute(new ModifyAccessRequest
        {
            Target = order, PrincipalAccess = new PrincipalAccess { Principal = user, AccessMask = AccessRights.ReadAccess },
        }));
        _twins.Do(service => service.Execute(new RevokeAccessRequest { Target = order, Revokee = user }));
        _twins.Do(service => service.Execute(new RetrieveSharedPrincipalsAndAccessRequest { Target = order }));
    }

}
