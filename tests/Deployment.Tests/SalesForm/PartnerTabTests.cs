using System.Linq;
using System.Xml.Linq;
using CrmAddon.Worker.Deployment.SalesForm;

namespace CrmAddon.Deployment.Tests;

[TestClass]
public sealed class PartnerTabTests
{
    private static readonly XElement Ours = XElement.Parse("""
        <form>
          <tabs>
            <tab name="tab_general" id="{11111111-1111-1111-1111-111111111111}" />
            <tab name="tab_partners" id="{22222222-2222-2222-2222-222222222222}">
              <columns><column width="100%"><sections><section name="s"><rows><row>
                <cell id="{33333333-3333-3333-3333-333333333333}"><control id="Roster" uniqueid="{AAAAAAAA-aaaa-aaaa-aaaa-aaaaaaaaaaaa}" /></cell>
                <cell id="{44444444-4444-4444-4444-444444444444}"><control id="cov_motion" datafieldname="cov_motion" /></cell>
              </row></rows></section></sections></column></columns>
            </tab>
          </tabs>
          <controlDescriptions>
            <controlDescription forControl="{aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa}"><customControl name="grid" /></controlDescription>
            <controlDescription forControl="{bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb}"><customControl name="other" /></controlDescription>
          </controlDescriptions>
        </form>
        """);

    private static readonly XElement Sales = XElement.Parse("""
        <form headerdensity="HighWithControls">
          <tabs><tab name="Summary" id="{55555555-5555-5555-5555-555555555555}"><columns /></tab></tabs>
          <footer />
          <DisplayConditions Order="0" />
        </form>
        """);

    [TestMethod]
    public void The_tab_comes_after_the_last_with_its_controls_and_nothing_else()
    {
        var form = PartnerTab.Of(Ours)!.Into(Sales);
        CollectionAssert.AreEqual(new[] { "Summary", "tab_partners" }, form.Element("tabs")!.Elements().Select(tab => (string)tab.Attribute("name")!).ToArray());
        Assert.AreEqual("grid", (string?)form.Element("controlDescriptions")!.Elements().Single().Element("customControl")!.Attribute("name"));
        CollectionAssert.AreEqual(
            new[] { "tabs", "footer", "controlDescriptions", "DisplayConditions" }, form.Elements().Select(part => part.Name.LocalName).ToArray());
        Assert.IsFalse(PartnerTab.IsIn(Sales));
    }

    [TestMethod]
    public void A_form_that_has_it_is_left_alone_even_if_the_platform_wrote_more_into_it()
    {
        var tab = PartnerTab.Of(Ours)!;
        var form = tab.Into(Sales);
        Assert.IsTrue(tab.Stands(form));
        foreach (var cell in form.Descendants("cell"))
            cell.Add(new XAttribute("labelid", "{66666666-6666-6666-6666-666666666666}"), new XElement("events"));
        form.Descendants("tab").Last().Attribute("id")!.Value = "{22222222-2222-2222-2222-222222222222}".ToUpperInvariant();
        Assert.IsTrue(tab.Stands(form));
        Assert.AreEqual(tab.Into(form).ToString(), tab.Into(tab.Into(form)).ToString());
    }

    [TestMethod]
    public void An_older_tab_is_replaced_where_it_stands()
    {
        var form = PartnerTab.Of(Ours)!.Into(Sales);
        form.Element("tabs")!.AddFirst(form.Element("tabs")!.Elements().Last());
        form.Element("tabs")!.Elements().Last().Remove();
        var newer = new XElement(Ours);
        newer.Descendants("cell").Last().Remove();
        var tab = PartnerTab.Of(newer)!;
        Assert.IsFalse(tab.Stands(form), "A field that went is a difference.");
        var renewed = tab.Into(form);
        CollectionAssert.AreEqual(new[] { "tab_partners", "Summary" }, renewed.Element("tabs")!.Elements().Select(part => (string)part.Attribute("name")!).ToArray());
        Assert.IsTrue(tab.Stands(renewed));
        Assert.HasCount(1, renewed.Element("controlDescriptions")!.Elements());
    }
}
