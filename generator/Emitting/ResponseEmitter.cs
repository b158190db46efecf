using SsoOidcGen.Model;
using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting;

/// <summary>The method that turns an answer into an operation's output.</summary>
internal static class ResponseEmitter
{
    public static void Write(CodeFile file, OperationPlan operation)
    {
        CodeWriter code = file.Code;
        StructurePlan output = operation.Output;
        using (code.Block($"public override {output.Name} ReadResponse(in ServiceResponse response)"))
        {
            if (output.Members.Count == 0)
            {
                code.Line($"return new {output.Name}();");
            }
            else if (output.IsPureJson)
            {
                code.Line("Utf8JsonReader reader = response.JsonReader();");
                code.Line($"return {output.Name}Json.Read(ref reader);");
            }
            else
            {
                WriteBound(file, output);
            }
        }
    }

    /// <summary>A local with the value of a member that is not in the body.</summary>
    /// <param name="source">The answer's variable.</param>
    public static void WriteHeaderLocal(CodeWriter code, MemberPlan member, string source)
    {
        string value = member.Location switch
        {
            MemberLocation.StatusCode => "response.StatusCode",
            MemberLocation.PrefixHeaders => $"{source}.PrefixHeaders({Literals.String(member.WireName)})",
            _ => FromHeader(member, $"{source}.Header({Literals.String(member.WireName)})"),
        };
        code.Line($"{member.Type.Name}? {member.LocalName} = {value};");
    }

    private static void WriteBound(CodeFile file, StructurePlan output)
    {
        CodeWriter code = file.Code;
        List<MemberPlan> body = [];
        foreach (MemberPlan member in output.Members)
        {
            if (member == output.Payload || member.Type is EventStreamType)
            {
                WritePayloadLocal(code, member);
            }
            else if (member.Location == MemberLocation.Body)
            {
                body.Add(member);
            }
            else
            {
                WriteHeaderLocal(code, member, "response");
            }
        }

        if (body.Count > 0)
        {
            JsonReaderEmitter.WriteLocals(code, body);
            code.Line("Utf8JsonReader reader = response.JsonReader();");
            code.Line("reader.ExpectObject();");
            JsonReaderEmitter.WriteMemberLoop(code, body);
        }

        JsonReaderEmitter.WriteResult(file, output, output.Members);
    }

    private static void WritePayloadLocal(CodeWriter code, MemberPlan member)
    {
        string type = member.Type.Name;
        string local = member.LocalName;
        switch (member.Type)
        {
            case StreamType:
                code.Line($"{type} {local} = response.Stream;");
                break;
            case EventStreamType { Event: { } item }:
                code.Line(
                    $"{type} {local} = response.Events({item.Name}Events.Read, {item.Name}Events.CreateException);"
                );
                break;
            case BlobType:
                code.Line($"{type}? {local} = response.Body.IsEmpty ? null : response.Body.ToArray();");
                break;
            case StringType:
                code.Line($"{type}? {local} = response.Body.IsEmpty ? null : Encoding.UTF8.GetString(response.Body);");
                break;
            case EnumType:
                code.Line(
                    $"{type}? {local} = response.Body.IsEmpty ? null : new {type}(Encoding.UTF8.GetString(response.Body));"
                );
                break;
            default:
                code.Line("Utf8JsonReader reader = response.JsonReader();");
                code.Line($"{type}? {local} = response.Body.IsEmpty ? null : {JsonReaderEmitter.Read(member.Type)};");
                break;
        }
    }

    private static string FromHeader(MemberPlan member, string header) =>
        member.Type switch
        {
            StringType when member.HoldsJson => $"BindingValue.ReadBase64Text({header})",
            StringType => header,
            EnumType =>
                $"{header} is {{ }} {member.LocalName}Text ? new {member.Type.Name}({member.LocalName}Text) : null",
            ListType { Item: TimestampType { Format: TimestampFormat.HttpDate } } =>
                $"BindingValue.ReadHttpDateList({header})",
            ListType list => $"BindingValue.ReadList({header}, {ItemParser(list.Item)})",
            _ => $"{Parser(member.Type)}({header})",
        };

    private static string ItemParser(TypePlan item) =>
        item switch
        {
            StringType => "static text => text",
            EnumType => $"static text => new {item.Name}(text)",
            _ => $"static text => {Parser(item)}(text)!.Value",
        };

    private static string Parser(TypePlan type) =>
        type switch
        {
            BooleanType => "BindingValue.ReadBoolean",
            NumberType { Kind: NumberKind.Integer } => "BindingValue.ReadInt32",
            NumberType { Kind: NumberKind.Long } => "BindingValue.ReadInt64",
            NumberType { Kind: NumberKind.Float } => "BindingValue.ReadSingle",
            NumberType => "BindingValue.ReadDouble",
            TimestampType => "BindingValue.ReadTimestamp",
            _ => "BindingValue.ReadBlob",
        };
}
