using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Settings;
using CrmAddon.Plugins.Tables;
using Newtonsoft.Json.Linq;

namespace CrmAddon.Plugins.Tests.Settings;

/// <summary>What an administrator changes in an environment variable holds from the next event on.</summary>
[TestClass]
public sealed class SettingTests
{
    [TestMethod]
    public void Every_setting_has_the_default_that_its_definition_says()
    {
        using var world = new World("");
        var defined = world.Rows("environmentvariabledefinition", "schemaname", "defaultvalue")
            .ToDictionary(row => row.Text("schemaname"), row => row.Text("defaultvalue"), StringComparer.Ordinal);
        foreach (var setting in Setting.All)
            Assert.AreEqual(setting.Default, defined[setting.Name], setting.Name);
    }

    [TestMethod]
    public void A_statement_s_mail_lists_as_many_entries_as_is_set()
    {
        using var world = new World();
        world.Set("cov_StatementMailLines", "1");
        Assert.HasCount(1, Told(world, customers: 2)["lines"]!.ToList());
    }

    [TestMethod]
    public void A_number_that_can_t_be_is_refused_and_the_month_is_not_lost()
    {
        using var world = new World();
        world.Set("cov_StatementMailLines", "many");
        Use(world, 1);
        world.Settle();
        CloseUntilMarch(world);
        world.Ask("2026-03");
        Assert.Contains("The environment variable cov_StatementMailLines holds \"many\", which is no whole number from 0 to 1000.", world.Failures());
        world.Set("cov_StatementMailLines", "20");
        var waiting = world.Service.First(Queries.From(WorkItem.Table, WorkItem.Id).Where(WorkItem.Kind, WorkItem.KindOf.CloseMonth).Where(WorkItem.State, WorkItem.StateOf.Waiting))!;
        world.Change(WorkItem.Table, waiting.Id, WorkItem.RequestedOn, World.Day("2026-03-10"));
        world.Failures();
        Assert.AreEqual("2026-03 is closed.", world.Ask("2026-03"));
    }

    [TestMethod]
    public void A_partner_without_a_language_is_told_in_the_one_that_is_set()
    {
        using var world = new World();
        world.Set("cov_MailLanguage", "de");
        Told(world, customers: 1);
        Assert.StartsWith("Ihre Abrechnung", world.Rows(Notification.Table, Notification.Subject).Single().Text(Notification.Subject));
    }

    [TestMethod]
    public void A_language_that_is_none_is_refused()
    {
        using var world = new World();
        world.Set("cov_MailLanguage", "fr");
        Use(world, 1);
        world.Settle();
        CloseUntilMarch(world);
        world.Ask("2026-03");
        Assert.Contains("cov_MailLanguage holds \"fr\", which is no language that is spoken here. Use one of en, de.", world.Failures());
    }

    private static JObject Told(World world, int customers)
    {
        Use(world, customers);
        world.Settle();
        CloseUntilMarch(world);
        world.Close("2026-03");
        return JObject.Parse(world.Rows(Notification.Table, Notification.Data).Single().Text(Notification.Data));
    }

    private static void Use(World world, int customers)
    {
        for (var number = 1; number <= customers; number++)
        {
            var customer = world.Customer("Customer " + number);
            world.Engage(customer, world.PartnerNamed("Skyops"), "MSP", "2026-01-01");
            world.Use(customer, "2026-03", 10_000m * number);
        }
    }

    private static void CloseUntilMarch(World world)
    {
        world.Close("2026-01");
        world.Close("2026-02");
    }
}
