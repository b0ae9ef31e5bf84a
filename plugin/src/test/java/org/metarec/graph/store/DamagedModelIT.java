package org.metarec.graph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metarec.ModelFormatException;
import org.metarec.triple.Progress;

/** Model nodes that were changed by hand, or imported in part, or are of another version. */
class DamagedModelIT extends StoredModels {
  private List<ModelNode> listed(List<String> unreadable) {
    return DATABASE.read(tx -> store.list(tx, e -> unreadable.add(e.getMessage())));
  }

  @Test
  void anUnknownFormatIsAnErrorThatNamesBoth() {
    train("metarec", "rotate", 1);
    DATABASE.run("MATCH (model:_MetarecModel) SET model.format = 99");

    assertThatThrownBy(this::live)
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("format 99, this version reads 18");
    train("other", "rotate_other", 2);
    List<String> unreadable = new ArrayList<>();
    assertThat(listed(unreadable)).extracting(ModelNode::name).containsExactly("other");
    assertThat(unreadable).singleElement().asString().contains("'metarec'", "format 99");
    assertThat(store.drop("metarec", Progress.NONE)).isTrue();
  }

  @Test
  void aDamagedModelSaysWhatIsMissing() {
    ModelNode model = train("metarec", "rotate", 1);
    DATABASE.run("MATCH (model:_MetarecModel) SET model.phases = null, model.slot = 7");

    assertThatThrownBy(() -> DATABASE.read(tx -> store.parameters(tx, model)))
        .hasMessageContaining("has nothing in 'phases', expected float[]");
    assertThatThrownBy(this::live).hasMessageContaining("has Long in 'slot', expected String");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.value_attribute = null",
        "model.value_attribute_lengths = null",
        "model.value_attribute_lengths = [1]",
        "model.value_profile_lengths = [-1, 7]"
      })
  void whatIsMissingOfValuesIsSaid(String damage) {
    ModelNode model = train("metarec", "rotate", 1);
    DATABASE.run("MATCH (model:_MetarecModel) SET " + damage);

    assertThatThrownBy(() -> DATABASE.read(tx -> store.parameters(tx, model)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("train it again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.slot = 'c'",
        "model.schemaRoles = ['throne']",
        "model.schemaNames = []",
        "model.relationKinds = []",
        "model.metric_mrr = 'high'"
      })
  void oneDamagedModelHidesNoOther(String damage) {
    train("metarec", "rotate", 1);
    train("other", "rotate_other", 2);
    DATABASE.run("MATCH (model:_MetarecModel {name: 'metarec'}) SET " + damage);

    List<String> unreadable = new ArrayList<>();
    assertThat(listed(unreadable)).extracting(ModelNode::name).containsExactly("other");
    assertThat(unreadable)
        .singleElement()
        .asString()
        .contains("model 'metarec' cannot be read", "train it again");
  }

  @Test
  void aSettingThatIsNeededIsNotMadeUp() {
    train("metarec", "rotate", 1);
    DATABASE.run("MATCH (model:_MetarecModel) SET model.config_margin = 'wide'");
    ModelNode wide = live();
    DATABASE.run("MATCH (model:_MetarecModel) REMOVE model.config_margin");
    ModelNode none = live();

    assertThatThrownBy(wide::margin)
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("has String in 'config_margin', expected Number");
    assertThatThrownBy(none::margin)
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("has nothing in 'config_margin', expected Number");
  }

  @Test
  void aModelThatCannotBeReadIsTrainedAgain() {
    train("metarec", "rotate", 1);
    DATABASE.run("MATCH (model:_MetarecModel) SET model.format = 99 REMOVE model.dimension");
    assertThat(train("metarec", "rotate", 2).property(NodePart.EMBEDDING)).isEqualTo("rotate_b");

    DATABASE.run("MATCH (model:_MetarecModel) SET model.slot = 'c'");
    ModelNode again = train("metarec", "rotate", 3);

    assertThat(again.property(NodePart.EMBEDDING)).isEqualTo("rotate_a");
    assertThat(live()).isEqualTo(again);
    assertThat(DATABASE.labelsAndKeys()).noneMatch(node -> node.contains("rotate_b"));
  }

  @Test
  void aModelNodeOfWhichLittleIsLeftIsInNobodysWay() {
    List<String> before = DATABASE.labelsAndKeys();
    train("metarec", "rotate", 1);
    train("other", "rotate_other", 2);
    DATABASE.run(
        "CREATE (:_MetarecModel)",
        "MATCH (model:_MetarecModel {name: 'other'}) REMOVE model.stems, model.state");

    train("metarec", "rotate", 3);
    assertThat(listed(new ArrayList<>())).extracting(ModelNode::name).containsExactly("metarec");
    assertThat(store.drop("metarec", Progress.NONE)).isTrue();
    assertThat(store.drop("other", Progress.NONE)).isTrue();
    DATABASE.run("MATCH (nameless:_MetarecModel) DELETE nameless");
    assertThat(DATABASE.labelsAndKeys()).isEqualTo(before);
  }
}
