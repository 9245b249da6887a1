using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CrmAddon.Worker.Months;
using CrmAddon.Worker.Notifications;
using CrmAddon.Worker.Settings;
using CrmAddon.Worker.Tests.Notifications;

namespace CrmAddon.Worker.Tests.Settings;

/// <summary>Every environment variable that the worker knows, and what changing it changes.</summary>
[TestClass]
[DoNotParallelize] // environment variables of the process are everybody's
public sealed class EnvironmentSettingsTests
{
    private static readonly Dictionary<string, (string Value, Func<WorkerSettings, object?> Read, object Default, object Changed)> Variables = new()
    {
        ["cov_SenderMailbox"] = ("partners@contoso.com", settings => settings.Graph.Mailbox, "", "partners@contoso.com"),
        ["cov_ReplyToAddress"] = ("help@contoso.com", settings => settings.Graph.ReplyTo ?? "", "", "help@contoso.com"),
        ["cov_MailPlainText"] = ("yes", settings => settings.Graph.PlainText, false, true),
        ["cov_DeliveryEnabled"] = ("no", settings => settings.Notifications.Enabled, true, false),
        ["cov_DeliveryIntervalMinutes"] = ("0.5", settings => settings.Notifications.Interval, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30)),
        ["cov_DeliveryAttempts"] = ("3", settings => settings.Notifications.Attempts, 8, 3),
        ["cov_DeliveryFirstWaitMinutes"] = ("5", settings => settings.Notifications.FirstWait, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)),
        ["cov_DeliveryLongestWaitMinutes"] = ("30", settings => settings.Notifications.LongestWait, TimeSpan.FromHours(2), TimeSpan.FromMinutes(30)),
        ["cov_DeliveryClaimMinutes"] = ("20", settings => settings.Notifications.Claim, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20)),
        ["cov_CloseIntervalMinutes"] = ("15", settings => settings.Months.Interval, TimeSpan.FromHours(1), TimeSpan.FromMinutes(15)),
        ["cov_PortalUrl"] = ("https://partners.contoso.com/", settings => settings.Notifications.PortalUrl?.AbsoluteUri ?? "", "", "https://partners.contoso.com/"),
        ["cov_UsageCurrency"] = ("EUR", settings => settings.UsageCurrency ?? "", "", "EUR"),
        ["cov_UsageMeasure"] = ("ListCost", settings => settings.UsageMeasure.ToString(), "BilledCost", "ListCost"),
    };

    [TestMethod]
    public void Each_is_read_with_the_default_of_the_solution_and_with_the_value_of_the_environment()
    {
        CollectionAssert.AreEquivalent(Variables.Keys, EnvironmentSettings.Names.ToArray());
        using var crm = new TestCrm();
        foreach (var (name, variable) in Variables)
        {
            Assert.AreEqual(variable.Default, variable.Read(WorkerSettings.Read(crm.Service, null)), name);
            crm.Set(name, variable.Value);
            Assert.AreEqual(variable.Changed, variable.Read(WorkerSettings.Read(crm.Service, null)), name);
        }
    }

    [TestMethod]
    public void A_worker_s_own_default_is_that_of_the_solution()
    {
        using var crm = new TestCrm();
        Assert.AreEqual(new MonthCloseOptions().Interval, WorkerSettings.Read(crm.Service, null).Months.Interval);
        var (ours, own) = (WorkerSettings.Read(crm.Service, null).Notifications, new NotificationSenderOptions());
        Assert.AreEqual(
            (own.Enabled, own.Interval, own.Attempts, own.FirstWait, own.LongestWait, own.Claim, own.PortalUrl),
            (ours.Enabled, ours.Interval, ours.Attempts, ours.FirstWait, ours.LongestWait, ours.Claim, ours.PortalUrl));
    }

    [TestMethod]
    public void The_settings_file_wins_over_the_CRM_and_the_process_over_both()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        crm.Set("cov_SenderMailbox", "crm@contoso.com");
        crm.Set("cov_DeliveryAttempts", "3");
        var file = new FileInfo(folder.Write("settings.json", """{"Graph":{"Mailbox":"file@contoso.com"},"Notifications":{"Attempts":4}}"""));
        Environment.SetEnvironmentVariable("Notifications__Attempts", "5");
        try
        {
            var settings = WorkerSettings.Read(crm.Service, file);
            Assert.AreEqual(("file@contoso.com", 5), (settings.Graph.Mailbox, settings.Notifications.Attempts));
        }
        finally
        {
            Environment.SetEnvironmentVariable("Notifications__Attempts", null);
        }
    }

    [TestMethod]
    [DataRow("cov_DeliveryEnabled", "perhaps", "neither yes nor no")]
    [DataRow("cov_DeliveryAttempts", "0", "no whole number from 1 to 1000")]
    [DataRow("cov_DeliveryClaimMinutes", "-1", "no number of minutes from 1 to 1440")]
    [DataRow("cov_PortalUrl", "partners", "no address such as https://partners.contoso.com")]
    [DataRow("cov_UsageMeasure", "Cost", "none of BilledCost, ListCost, ContractedCost, EffectiveCost")]
    public void A_value_that_can_t_be_is_named(string name, string value, string what)
    {
        using var crm = new TestCrm();
        crm.Set(name, value);
        Assert.AreEqual(
            $"The environment variable {name} of this environment holds '{value}', which is {what}. Correct it there.",
            Assert.ThrowsExactly<InvalidDataException>(() => WorkerSettings.Read(crm.Service, null)).Message);
    }

    [TestMethod]
    public async Task What_is_changed_in_the_CRM_holds_from_the_next_turn_on()
    {
        await using var world = await MailWorld.Create();
        using var folder = new TestFolder();
        TestCrm.Set(world.Service, "cov_SenderMailbox", "partners@example.com");
        TestCrm.Set(world.Service, "cov_DeliveryEnabled", "no");
        var file = new FileInfo(folder.Write("settings.json", $$$"""{"Graph":{"BaseUrl":"{{{world.Graph.BaseUrl}}}"},"Notifications":{"Name":"one"}}"""));
        using var source = new SenderSource(world.Service, file, world.Clock);
        var first = world.Add("REG-000017");
        await source.Current().RunAsync();
        Assert.AreEqual("Pending", world.Status(first));
        Assert.AreSame(source.Current(), source.Current());

        TestCrm.Set(world.Service, "cov_DeliveryEnabled", "yes");
        TestCrm.Set(world.Service, "cov_ReplyToAddress", "help@example.com");
        TestCrm.Set(world.Service, "cov_PortalUrl", "https://partners.example.com/?a=1&b=2");
        await source.Current().RunAsync();
        Assert.AreEqual("Sent", world.Status(first));
        var html = File.ReadAllText(world.Graph.Delivered.Single().File);
        Assert.Contains("<p><a href=\"https://partners.example.com/?a=1&amp;b=2\">See more in the partner portal</a></p>", html);
        Assert.Contains("Reply-To: help@example.com<br>", html);

        TestCrm.Set(world.Service, "cov_MailPlainText", "yes");
        world.Add("REG-000018");
        await source.Current().RunAsync();
        Assert.Contains("See more in the partner portal: https://partners.example.com/?a=1&b=2", File.ReadAllText(world.Graph.Delivered[^1].File));
    }
}
