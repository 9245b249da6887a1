using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using CrmAddon.SolutionPackager;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>The validator can fail: each kind of thing is broken in a copy of the solution, and it names the file and what is wrong there.</summary>
[TestClass]
public sealed class MutationTests
{
    private static readonly SolutionFiles Files = Repository.SolutionFiles;

    [TestMethod]
    // Tables
    [DataRow("Table", "Entities/cov_Entry/Entity.xml", "<AttributeName>cov_key</AttributeName>", "<AttributeName>cov_gone</AttributeName>", "key column cov_gone does not exist")]
    [DataRow("Table", "Entities/cov_Entry/Entity.xml", "<OptionSetName>cov_entrykind</OptionSetName>", "<OptionSetName>cov_gone</OptionSetName>", "choice cov_gone of cov_kind does not exist")]
    [DataRow("Table", "Other/Relationships/cov_Partner.xml", "<ReferencingAttributeName>cov_PartnerId<", "<ReferencingAttributeName>cov_Gone<", "cov_gone is no lookup that exists")]
    [DataRow("Table", "Other/Relationships/cov_Partner.xml", "<ReferencedEntityName>cov_Partner<", "<ReferencedEntityName>cov_Gone<", "table cov_gone does not exist")]
    [DataRow("Table", "Other/Relationships/SystemUser.xml", "<ReferencingAttributeName>CreatedBy<", "<ReferencingAttributeName>CreatedOnBehalfBy<", "is made by the platform")]
    [DataRow("Table", "Entities/cov_Split/Entity.xml", "<LogicalName>cov_reason<", "<LogicalName>cov_rolename<", "the platform gives cov_role a column cov_rolename")]
    // Forms
    [DataRow("Form", "Entities/cov_Split/FormXml/main/", "datafieldname=\"cov_percent\"", "datafieldname=\"cov_gone\"", "column cov_split.cov_gone does not exist")]
    [DataRow("Form", "Entities/cov_Split/FormXml/main/", "datafieldname=\"cov_percent\"", "datafieldname=\"cov_amount\"", "but cov_split.cov_amount is money")]
    [DataRow("Form", "Entities/cov_Split/FormXml/main/", "classid=\"{4273EDBD", "classid=\"{4273EDBE", "is none that is known")]
    [DataRow("Form", "Entities/Opportunity/FormXml/main/", "<TargetEntityType>cov_split</TargetEntityType>", "<TargetEntityType>cov_gone</TargetEntityType>", "table cov_gone does not exist")]
    [DataRow("Form", "Entities/Opportunity/FormXml/main/", "<RelationshipName>cov_Split_Opportunity<", "<RelationshipName>cov_Split_Partner<", "no relation cov_Split_Partner leads from cov_split to opportunity")]
    // Views and charts
    [DataRow("View", "Entities/cov_Entry/SavedQueries/", "<attribute name=\"cov_amount\" />", "<attribute name=\"cov_gone\" />", "no column cov_gone")]
    [DataRow("View", "Entities/cov_Entry/SavedQueries/", "<cell name=\"cov_amount\"", "<cell name=\"cov_hidden\"", "shows cov_hidden, which it does not fetch")]
    [DataRow("View", "Entities/cov_Entry/Visualizations/", "<measure alias=\"", "<measure alias=\"x", "is not fetched")]
    [DataRow("View", "Entities/cov_Usage/Visualizations/", "\"transactioncurrencyid\" groupby", "\"cov_productid\" groupby", "adds up cov_usage.cov_amount over currencies")]
    // App, site map, dashboards
    [DataRow("App", "Entities/Opportunity/FormXml/main/", "<Role Id=\"{7C0F4C1E-5A0E-5D37-9A41-1B6F0C2D8E02}\" />", "", "no other form of opportunity to 7c0f4c1e-5a0e-5d37-9a41-1b6f0c2d8e02")]
    [DataRow("App", "AppModules/cov_PartnerPrograms/AppModule.xml", "schemaName=\"cov_split\"", "schemaName=\"cov_gone\"", "component 1 cov_gone does not exist")]
    [DataRow("App", "AppModules/cov_PartnerPrograms/AppModule.xml", "type=\"26\" id=\"{", "type=\"59\" id=\"{", "component 59")]
    [DataRow("App", "AppModuleSiteMaps/cov_PartnerPrograms/AppModuleSiteMap.xml", " Entity=\"cov_split\"", " Entity=\"cov_gone\"", "table cov_gone does not exist")]
    [DataRow("App", "AppModuleSiteMaps/cov_PartnerPrograms/AppModuleSiteMap.xml", "DefaultDashboard=\"2", "DefaultDashboard=\"3", "does not exist")]
    [DataRow("App", "AppModuleSiteMaps/cov_PartnerPrograms/AppModuleSiteMap.xml", "Entity=\"cov_ruleversion\" Privilege=\"Read\" />\n        </SubArea>\n        <SubArea Id=\"cov_program_ruleversion\"", "Entity=\"cov_program\" Privilege=\"Read\" />\n        </SubArea>\n        <SubArea Id=\"cov_program_ruleversion\"", "~begins with cov_ruleversion, which Partner Programs - Sales Rep may not read")]
    [DataRow("App", "Roles/Partner Programs - Rule Approver.xml", "prvReadcov_Benchmark", "prvReadcov_Dispute", "~lists cov_benchmark, which Partner Programs - Rule Approver may not read")]
    [DataRow("App", "Dashboards/", "<TargetEntityType>cov_", "<TargetEntityType>cov_gone", "does not exist")]
    // Security
    [DataRow("Security", "Other/FieldSecurityProfiles.xml", "<EntityName>cov_partner</EntityName>", "<EntityName>cov_program</EntityName>", "does not exist")]
    [DataRow("Security", "Entities/cov_Split/Entity.xml", "<IsSecured>0</IsSecured>", "<IsSecured>1</IsSecured>", "is secured, but no profile lets anybody see it")]
    // Command bars
    [DataRow("Command", "Entities/cov_Statement/RibbonDiff.xml", " Command=\"", " Command=\"x", "is not defined")]
    [DataRow("Command", "Entities/cov_Statement/RibbonDiff.xml", "<DisplayRule Id=\"", "<DisplayRule Id=\"x", "is not defined")]
    [DataRow("Command", "Entities/cov_Statement/RibbonDiff.xml", "<LocLabel Id=\"", "<LocLabel Id=\"x", "is not there")]
    [DataRow("Command", "Entities/cov_Statement/RibbonDiff.xml", "<LocLabel Id=\"", "<LocLabel Id=\"x", "is used by no button")]
    [DataRow("Command", "Entities/cov_Statement/RibbonDiff.xml", "cov_/icons/", "cov_/gone/", "web resource cov_/gone/")]
    [DataRow("Command", "Entities/cov_Statement/RibbonDiff.xml", "Field=\"statuscode\" Value=\"1\"", "Field=\"statuscode\" Value=\"3\"", "cov_statement.statuscode can't be 3")]
    [DataRow("Command", "Entities/cov_Statement/RibbonDiff.xml", "EntityName=\"cov_statement\"", "EntityName=\"cov_gone\"", "table cov_gone does not exist")]
    [DataRow("Command", "Entities/cov_Statement/RibbonDiff.xml", "<IntParameter Value=\"770000000\" />", "<IntParameter Value=\"2\" />", "cov_statement can't go from 1 to 2 in state 0")]
    [DataRow("Command", "Entities/cov_Statement/RibbonDiff.xml", "Commands.setStatus", "Commands.setState", "has no function setState")]
    [DataRow("Command", "Entities/cov_Statement/RibbonDiff.xml", "Mscrm.Form.cov_statement.MainTab", "Mscrm.Form.cov_entry.MainTab", "is no place in the command bars of cov_statement")]
    [DataRow("Command", "Entities/cov_Entry/RibbonDiff.xml", "Location=\"Mscrm.HomepageGrid.cov_entry.NewRecord\"", "Location=\"Mscrm.HomepageGrid.cov_entry.Delete\"", "~cov_entry.cov_key is required and can't be entered here, though the table offers New")]
    [DataRow("Command", "Entities/cov_Entry/RibbonDiff.xml", "HideActionId=\"cov.Mscrm.Form.cov_entry.NewRecord.Hide\"", "HideActionId=\"cov.Mscrm.HomepageGrid.cov_entry.NewRecord.Hide\"", "is there twice")]
    // Business rules
    [DataRow("Process", "Workflows/*.xaml", "ControlId=\"", "ControlId=\"x", "is on no form of the table")]
    [DataRow("Process", "Workflows/*.xaml", "StepLabel Description=\"", "StepLabel Description=\"x", "this text is not among the labels of")]
    [DataRow("Process", "Workflows/*.xaml", "LabelId=\"", "LabelId=\"{}", "this text is not among the labels of")]
    [DataRow("Process", "Workflows/*.data.xml", "<PrimaryEntity>cov_", "<PrimaryEntity>cov_gone", "does not exist")]
    [DataRow("Process", "Workflows/*.data.xml", "WorkflowId=\"{", "WorkflowId=\"{0", "the file is not named after the id")]
    // Web resources
    [DataRow("Resource", "WebResources/*.data.xml", "<WebResourceType>11<", "<WebResourceType>3<", "type 3 is not that of")]
    [DataRow("Resource", "WebResources/*.data.xml", "<Name>cov_/", "<Name>cov_/x/", "does not lie under its name")]
    // Rows
    [DataRow("Row", "customapis/cov_CloseMonth/customapi.xml", "<customapi ", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<customapi ", "on which the import fails")]
    [DataRow("Row", "customapis/cov_CloseMonth/customapi.xml", "uniquename=\"cov_CloseMonth\"", "uniquename=\"cov_OpenMonth\"", "does not lie under its name cov_OpenMonth")]
    [DataRow("Row", "customapis/cov_CloseMonth/customapi.xml", "<executeprivilegename>prv", "<executeprivilegename>prvx", "privilege prvx")]
    [DataRow("Row", "customapis/cov_CloseMonth/customapirequestparameters/", "<type>", "<type>9", "is none of 0 to 12")]
    [DataRow("Row", "environmentvariabledefinitions/cov_DeliveryAttempts/environmentvariabledefinition.xml", "<defaultvalue>", "<defaultvalue>many", "has no default 'many")]
    // Manifest, ids, texts, layout, orphans
    [DataRow("Manifest", "Other/Solution.xml", "schemaName=\"cov_split\"", "schemaName=\"cov_gone\"", "lists RootComponent 1 cov_gone, which no file holds")]
    [DataRow("Id", "Entities/cov_Split/FormXml/main/", "<cell id=\"{", "<cell id=\"{b27fb07a-7d75-55ba-ab8d-d393f602c3a5}\" x=\"", "has the id b27fb07a-7d75-55ba-ab8d-d393f602c3a5 of the")]
    [DataRow("Label", "OptionSets/cov_role.xml", "languagecode=\"1031\"", "languagecode=\"1036\"", "is not there in English and German")]
    [DataRow("Label", "Entities/cov_Split/Entity.xml", "<Description description=\"", "<Description description=\"{2001}", "is longer than 2000 letters")]
    [DataRow("Layout", "OptionSets/cov_role.xml", "<OptionSetType>", "<!-- why --><OptionSetType>", "has a comment")]
    [DataRow("Layout", "OptionSets/cov_role.xml", "  <OptionSetType>", "    <OptionSetType>", "is not written as SolutionPackager writes it")]
    [DataRow("Layout", "OptionSets/cov_role.xml", "</optionset>", "</optionset>\n", "something after its last tag")]
    [DataRow("Layout", "OptionSets/cov_role.xml", "\uFEFF<?xml", "<?xml", "has no byte order mark")]
    [DataRow("Layout", "customapis/cov_CloseMonth/customapi.xml", "<customapi ", "\uFEFF<customapi ", "has a byte order mark, which no row's file has")]
    [DataRow("Layout", "Other/Solution.xml", "<RootComponent type=\"1\" schemaName=\"cov_benchmark\"", "<RootComponent type=\"9\" schemaName=\"cov_benchmark\"", "is not written as SolutionPackager writes it")]
    [DataRow("Layout", "AppModules/cov_PartnerPrograms/AppModule_managed.xml", "<FormFactor>1<", "<FormFactor>2<", "is no copy of AppModules/cov_PartnerPrograms/AppModule.xml")]
    [DataRow("Layout", "Other/Customizations.xml", "  <WebResources />\n", "", "has no <WebResources />")]
    [DataRow("Layout", "Entities/cov_Split/Entity.xml", "  <RibbonDiffXml />\n", "", "should keep the places")]
    [DataRow("Orphan", "AppModules/cov_PartnerPrograms/AppModule.xml", "schemaName=\"cov_split\"", "schemaName=\"cov_gone\"", "Entities/cov_Split/Entity.xml: is in no app")]
    [DataRow("Orphan", "Entities/cov_Entry/Entity.xml", "<OptionSetName>cov_entrykind</OptionSetName>", "<OptionSetName>cov_role</OptionSetName>", "OptionSets/cov_entrykind.xml: choice cov_entrykind is used by no column")]
    // ~: named at another place than the broken one.
    public void What_is_broken_is_named_with_its_place(string rule, string file, string text, string instead, string finding)
    {
        var path = Files.Paths.FirstOrDefault(p => IsAt(p, file) && Text(p).Contains(text, StringComparison.Ordinal));
        Assert.IsNotNull(path, $"nothing to break: no file {file} holds {text}");
        var at = Text(path).IndexOf(text, StringComparison.Ordinal);
        var broken = Text(path).Remove(at, text.Length).Insert(at, instead.Replace("{2001}", new string('x', 2001), StringComparison.Ordinal));
        Expect(rule, Files.With(path, broken), rule is "Orphan" || (rule, instead) is ("Layout", "") || finding[0] == '~' ? finding.TrimStart('~') : null, path, finding.TrimStart('~'));
    }

    [TestMethod]
    [DataRow("Manifest", "Entities/cov_Split/Entity.xml", "Other/Solution.xml: lists RootComponent 1 cov_split, which no file holds")]
    [DataRow("Form", "Entities/cov_Partner/FormXml/quick/", "quick view form")]
    [DataRow("Table", "Entities/cov_Partner/Entity.xml", "table cov_partner does not exist")]
    [DataRow("Layout", "Entities/cov_Split/RibbonDiff.xml", "Entities/cov_Split/RibbonDiff.xml: is missing")]
    [DataRow("Layout", "AppModules/cov_PartnerPrograms/AppModule_managed.xml", "AppModules/cov_PartnerPrograms/AppModule_managed.xml: is missing")]
    [DataRow("App", "Dashboards/", "component 60")]
    [DataRow("Process", "Workflows/*.xaml", "is missing")]
    [DataRow("View", "Entities/cov_MarketplaceTransaction/SavedQueries/{fc840e7a-d4d2-5680-aab0-53f94d68f5d9}.xml", "no view shows a user his own rows")]
    public void What_is_gone_is_named(string rule, string file, string finding) =>
        Expect(rule, Files.Without(Files.Paths.First(p => IsAt(p, file))), finding, "", finding);

    [TestMethod]
    [DataRow("Layout", "Forms/main.xml", "is no file that SolutionPackager reads")]
    [DataRow("Manifest", "OptionSets/cov_new.xml", "is not in the manifest Other/Solution.xml: RootComponent 9 cov_new")]
    [DataRow("Orphan", "OptionSets/cov_new.xml", "choice cov_new is used by no column")]
    public void What_is_too_much_is_named(string rule, string file, string finding) => Expect(
        rule, Files.With(file, Text("OptionSets/cov_role.xml").Replace("\"cov_role\"", "\"cov_new\"", StringComparison.Ordinal)), null, file, finding);

    private static void Expect(string rule, SolutionFiles broken, string? anywhere, string path, string what)
    {
        var found = Rules[rule](new Installation(broken)).Select(f => f.ToString()).Except(Rules[rule](Installation.Real).Select(f => f.ToString())).ToList();
        Assert.IsTrue(
            found.Any(f => f.Contains(anywhere ?? what, StringComparison.Ordinal) && (anywhere is not null || f.StartsWith(path, StringComparison.Ordinal))),
            $"expected '{path}... {what}', found: {string.Join("\n", found.DefaultIfEmpty("nothing"))}");
    }

    private static readonly Dictionary<string, Func<Installation, IEnumerable<Finding>>> Rules = new()
    {
        ["Table"] = TableRules.Check, ["Form"] = FormRules.Check, ["View"] = ViewRules.Check, ["App"] = AppRules.Check, ["Security"] = SecurityRules.Check, ["Command"] = CommandRules.Check,
        ["Process"] = ProcessRules.Check, ["Resource"] = ResourceRules.Check, ["Row"] = RowRules.Check, ["Manifest"] = ManifestRules.Check, ["Id"] = IdRules.Check,
        ["Label"] = LabelRules.Check, ["Layout"] = LayoutRules.Check, ["Orphan"] = OrphanRules.Check,
    };

    private static bool IsAt(string path, string pattern) =>
        Regex.IsMatch(path, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + (pattern.EndsWith('/') ? "" : "$"), RegexOptions.CultureInvariant);

    private static string Text(string path) => Encoding.UTF8.GetString(Files[path]);
}
