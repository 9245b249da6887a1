using System.IO;using System.Linq;using CsCheck;using Microsoft.VisualStudio.TestTools.UnitTesting;
namespace CrmAddon.Rules.Tests.Generated;
[TestClass] public sealed class Tmp { [TestMethod] public void Dump() {
 using var w = new StreamWriter("/tmp/fmt/dump.txt");
 GeneratedProgram.Any.Sample(p => { var r = RuleProgram.Check(p.Text, Vocabulary.Standard);
  if (r.Succeeded) { w.WriteLine("OK"); return; }
  var errors = r.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error && d.Code is not ("RUL0902")).ToArray();
  foreach (var e in errors) w.WriteLine(e.Render(p.Text, "x"));
 }, iter: 400, threads: 1); } }
