using System;
using System.IO;
using System.Linq;
using CrmAddon.Registration;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Sdk.Tests.Registration;

/// <summary>The fixtures are net462 assemblies, which this process could not run.</summary>
[TestClass]
public sealed class PluginRegistrationTests
{
    [TestMethod]
    public void Plugin_classes_are_read_with_their_steps_images_and_custom_api()
    {
        var assembly = PluginRegistration.Read(Carried.Declared);

        Assert.AreEqual(("Declared", new Version(1, 2, 0, 0)), (assembly.Name, assembly.Version));
        CollectionAssert.AreEqual(
            new[] { "Declared.CloseMonth", "Declared.Later", "Declared.OnOpportunity" }, assembly.Types.Select(t => t.TypeName).ToArray());
        CollectionAssert.AreEqual(new[] { "cov_CloseMonth", null, null }, assembly.Types.Select(t => t.CustomApi).ToArray());
        Assert.IsEmpty(assembly.Types[0].Steps);
    }

    [TestMethod]
    public void A_step_says_all_that_was_declared()
    {
        var step = PluginRegistration.Read(Carried.Declared).Types.Single(t => t.TypeName == "Declared.OnOpportunity").Steps[1];

        Assert.AreEqual(new Guid("11111111-0000-0000-0000-000000000002"), step.Id);
        Assert.AreEqual(("Update", "opportunity", StepStage.PreOperation, StepMode.Synchronous, 5), (step.Message, step.Table, step.Stage, step.Mode, step.Rank));
        CollectionAssert.AreEqual(new[] { "estimatedvalue", "customerid" }, step.Filter.ToArray());
        var image = step.Images.Single();
        Assert.AreEqual((new Guid("11111111-0000-0000-0000-000000000022"), "before", ImageType.Pre), (image.Id, image.Alias, image.Type));
        CollectionAssert.AreEqual(new[] { "estimatedvalue", "customerid" }, image.Columns.ToArray());
    }

    [TestMethod]
    public void What_was_not_declared_is_after_the_operation_synchronous_first_and_unfiltered()
    {
        var step = PluginRegistration.Read(Carried.Declared).Types.Single(t => t.TypeName == "Declared.OnOpportunity").Steps[0];

        Assert.AreEqual(("Create", StepStage.PostOperation, StepMode.Synchronous, 1), (step.Message, step.Stage, step.Mode, step.Rank));
        Assert.IsEmpty(step.Filter);
        Assert.IsEmpty(step.Images);
    }

    [TestMethod]
    public void An_asynchronous_step_and_an_image_of_both_sides_are_read()
    {
        var step = PluginRegistration.Read(Carried.Declared).Types.Single(t => t.TypeName == "Declared.Later").Steps.Single();

        Assert.AreEqual(StepMode.Asynchronous, step.Mode);
        Assert.AreEqual((ImageType.Both, "row", 0), (step.Images[0].Type, step.Images[0].Alias, step.Images[0].Columns.Count));
    }

    [TestMethod]
    public void Everything_that_the_platform_would_refuse_is_told_at_once()
    {
        var refused = Assert.ThrowsExactly<RegistrationException>(() => PluginRegistration.Read(Carried.Misdeclared));

        var expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Registration", "Problems.txt"));
        CollectionAssert.AreEqual(expected, refused.Problems.ToArray(), string.Join(Environment.NewLine, refused.Problems));
        StringAssert.StartsWith(refused.Message, "Misdeclared.dll can't be registered:", StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_file_that_can_not_be_read_is_named_with_the_reason()
    {
        var absent = Assert.ThrowsExactly<RegistrationException>(() => PluginRegistration.Read("nowhere/Plugins.dll"));
        var text = Assert.ThrowsExactly<RegistrationException>(
            () => PluginRegistration.Read(Path.Combine(AppContext.BaseDirectory, "Registration", "Problems.txt")));

        var alone = Assert.ThrowsExactly<RegistrationException>(() => PluginRegistration.Read(Carried.Connector));

        StringAssert.Contains(absent.Message, "nowhere/Plugins.dll", StringComparison.Ordinal);
        StringAssert.EndsWith(text.Message, "Problems.txt is no .NET assembly.", StringComparison.Ordinal);
        StringAssert.StartsWith(
            alone.Message,
            "Microsoft.Xrm.Tooling.Connector.dll needs the assembly Microsoft.IdentityModel.Clients.ActiveDirectory, which is neither",
            StringComparison.Ordinal);
    }
}
