using System;
using System.Reflection;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Sdk.Tests;

[TestClass]
public sealed class IdentityTests
{
    private const string VendorsToken = "31BF3856AD364E35";

    [TestMethod]
    public void The_assemblies_that_plugins_are_compiled_against_carry_the_vendors_identity()
    {
        Assert.AreEqual(("Microsoft.Xrm.Sdk", "9.0.0.0", VendorsToken), Identity(AssemblyName.GetAssemblyName(Carried.Sdk)));
        Assert.AreEqual(("Microsoft.Crm.Sdk.Proxy", "9.0.0.0", VendorsToken), Identity(AssemblyName.GetAssemblyName(Carried.Proxy)));
    }

    [TestMethod]
    public void The_assemblies_that_programs_and_tests_run_with_carry_it_too()
    {
        Assert.AreEqual(("Microsoft.Xrm.Sdk", "9.0.0.0", VendorsToken), Identity(typeof(Entity).Assembly.GetName()));
        Assert.AreEqual(("Microsoft.Crm.Sdk.Proxy", "9.0.0.0", VendorsToken), Identity(typeof(WinOpportunityRequest).Assembly.GetName()));
    }

    private static (string?, string?, string) Identity(AssemblyName name) =>
        (name.Name, name.Version?.ToString(), Convert.ToHexString(name.GetPublicKeyToken() ?? []));
}
