using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Sdk.Tests.Connector;

/// <summary>The vendor's own connector was compiled against the real SDK: where it names what the stand-in has, both must agree.</summary>
[TestClass]
public sealed class ConnectorTests
{
    private static readonly ConnectorReferences References = ConnectorReferences.Read(Carried.Connector);
    private static readonly StandInContract StandIn = StandInContract.Read(Carried.Sdk, Carried.Proxy);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Every_member_that_the_connector_uses_of_our_types_is_there_with_its_very_signature()
    {
        var missing = References.Members.Where(m => StandIn.HasType(m) && !StandIn.Has(m)).Select(m => m.ToString());

        Assert.AreEqual("", string.Join(Environment.NewLine, missing));
        Report("Microsoft.Xrm.Sdk");
        Report("Microsoft.Crm.Sdk.Proxy");
    }

    [TestMethod]
    public void What_the_connector_uses_and_the_stand_in_leaves_out_is_this_list_and_no_more()
    {
        var absent = References.Types.Where(t => !StandIn.HasType(t)).Select(t => t.Type).ToHashSet(StringComparer.Ordinal);
        var listed = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Connector", "LeftOut.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#')).ToHashSet(StringComparer.Ordinal);

        Assert.AreEqual("", string.Join(Environment.NewLine, absent.Except(listed)), "Absent, but not on the list");
        Assert.AreEqual("", string.Join(Environment.NewLine, listed.Except(absent)), "On the list, but not absent");
    }

    [TestMethod]
    public void A_member_of_another_signature_or_of_a_type_that_is_not_ours_would_be_noticed()
    {
        var create = References.Members.Single(m => m.ToString() == "[Microsoft.Xrm.Sdk]Microsoft.Xrm.Sdk.Messages.CreateResponse::get_id instance struct System.Guid `0()");

        Assert.IsTrue(StandIn.Has(create));
        Assert.IsFalse(StandIn.Has(create with { Signature = "instance String `0()" }));
        Assert.IsFalse(StandIn.Has(create with { Member = "get_Id" }));
        Assert.IsFalse(StandIn.Has(create with { Assembly = "Microsoft.Crm.Sdk.Proxy" }));
    }

    [TestMethod]
    public void The_connector_names_as_many_types_and_members_as_the_design_says()
    {
        Assert.HasCount(125, References.Types.Where(t => t.Assembly == "Microsoft.Xrm.Sdk"));
        Assert.HasCount(239, References.Members.Where(m => m.Assembly == "Microsoft.Xrm.Sdk" && !m.OfInstantiation));
    }

    private void Report(string assembly)
    {
        TestContext.WriteLine(
            $"{assembly}: {Covered(References.Types)} types, {Covered(References.Members.Where(m => !m.OfInstantiation))} members, "
            + $"{Covered(References.Members.Where(m => m.OfInstantiation))} members of generic types");

        string Covered(IEnumerable<SdkReference> references)
        {
            var all = references.Where(r => r.Assembly == assembly).ToList();
            return $"{all.Count(StandIn.Has)} of {all.Count}";
        }
    }
}
