using System.IO;
using System.Linq;

namespace CrmAddon.Plugins.Tests.Package;

[TestClass]
public sealed class PluginPackageTests
{
    private const long Limit = 16 * 1024 * 1024;

    private static readonly string[] FromFramework =
    [
        "mscorlib", "System", "System.Core", "System.Data", "System.Numerics", "System.Runtime.Serialization", "System.ServiceModel",
        "System.Xml", "System.Xml.Linq",
    ];

    private static readonly string[] FromDataverse = ["Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy"];

    [TestMethod]
    public void The_package_holds_the_plug_ins_and_what_they_bring_along_and_nothing_of_Dataverse() => CollectionAssert.AreEquivalent(
        new[]
        {
            "lib/net462/CrmAddon.Plugins.dll", "lib/net462/CrmAddon.Rules.dll", "lib/net462/CrmAddon.Rules.Json.dll",
            "lib/net462/Newtonsoft.Json.dll", "lib/net462/Sprache.dll", "lib/net462/System.ValueTuple.dll",
        },
        PluginPackage.Assemblies().Keys.ToList());

    [TestMethod]
    public void Its_assemblies_refer_to_nothing_that_is_neither_in_it_nor_in_the_sandbox()
    {
        var assemblies = PluginPackage.Assemblies();
        var known = assemblies.Keys.Select(Path.GetFileNameWithoutExtension).Concat(FromFramework).Concat(FromDataverse).ToList();
        Assert.AreEqual("", string.Join("\n", assemblies
            .SelectMany(assembly => assembly.Value.Select(reference => assembly.Key + " -> " + reference))
            .Where(pair => !known.Contains(pair[(pair.LastIndexOf(' ') + 1)..]))));
        Assert.Contains("Microsoft.Xrm.Sdk", assemblies["lib/net462/CrmAddon.Plugins.dll"]);
    }

    [TestMethod]
    public void It_is_far_below_what_Dataverse_takes() => Assert.IsLessThan(Limit / 4, new FileInfo(PluginPackage.Path).Length);
}
